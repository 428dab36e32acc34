/// A place in a figure to look at.
enum PlayPlace: Hashable, Sendable {
  case start
  case time(Int64)
  case step(StepArgument)
  case beat(Int, name: String)
}

import Feed

/// The picture before the last step, as long as what the step changed is marked.
struct ChangeMark {
  var before: GroupPicture
  /// By the wall clock; nil: until the next step.
  var untilMs: Int64?
}

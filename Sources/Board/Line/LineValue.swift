import Feed
import KafkaModel
import Narration

/// What a word of the line stands for.
enum LineValue: Hashable {
  case member(MemberSlot)
  /// By its place in the picture.
  case partition(Int)
  case topic(TopicName)
  case assignor(String)
  case act(ProducerAct)
  /// nil: nothing is held.
  case hold(HoldPoint?)
  /// Records, records a second, or a step.
  case number(Int64)
  case speed(Speed)
  /// Counted from 0.
  case beat(Int)
  case time(ms: Int64)
  case pane(Pane)
  case language(Language)
  case text(String)
}

import KafkaModel

/// One line: calls of one assignor, one after the other.
struct AssignCase {
  var id: String
  var rule: AssignRule
  var steps: [AssignStep]
}

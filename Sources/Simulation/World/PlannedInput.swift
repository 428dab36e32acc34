import KafkaModel

/// What a leader's assignor was given, so that one can look on while it deals.
struct PlannedInput: Sendable {
  var input: AssignmentInput
  var assignor: String
}

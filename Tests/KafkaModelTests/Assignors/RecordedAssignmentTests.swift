import KafkaModel
import Testing

/// What the assignors of kafka-clients 4.3.0 answered, as recorded.
struct RecordedAssignmentTests {
  static let assignors: [any Assignor] = [
    RangeAssignor(), RoundRobinAssignor(), StickyAssignor(), CooperativeStickyAssignor(),
  ]

  /// No step is left out, not even those that show an oversight of Kafka's (`quirks`).
  @Test func everyStepGivesWhatKafkaGave() throws {
    let steps = try RecordedStep.all("assignors")
    #expect(steps.count == 2_500)
    var differences: [String] = []
    var partitionCount = 0
    for step in steps {
      let assignor = try #require(Self.assignors.first { $0.name == step.assignor })
      let input = try step.input
      do throws(AssignorError) {
        let result = try assignor.assign(input)
        partitionCount += result.reduce(0) { $0 + $1.partitions.count }
        if step.exception != nil || result != step.expected {
          differences.append("\(step.name) \(step.quirks)")
        }
      } catch {
        if error.exceptionName != step.exception || error.description != step.message {
          differences.append("\(step.name): \(error)")
        }
      }
    }
    #expect(partitionCount > 38_000)
    #expect(differences.isEmpty, "\(differences.prefix(20))")
  }
}

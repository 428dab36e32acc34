import KafkaModel

/// How long a leader takes from what it was sent to what it sends: subscription bytes in, a topic
/// table, assignment bytes out.
enum AssignBench {
  private static let fewestRuns = 5
  private static let mostRuns = 51

  static let heading = "name  runs  median ms  min ms  max ms  digest"

  static func line(_ step: AssignStep, _ number: Int, of item: AssignCase) throws -> String {
    let name = "\(item.id)/\(number)"
    do {
      let measured = try measure(step, item.rule, enoughUs: 1_000_000)
      let times = measured.timesUs
      let figures = [measured.medianUs, times[0], times[times.count - 1]]
      return
        ([name, "\(times.count)"] + figures.map(Stopwatch.milliseconds)
        + [measured.digest.description]).joined(separator: "  ")
    } catch let error as AssignorError {
      return "\(name)  \(error.exceptionName): \(error)"
    }
  }

  struct Measured {
    /// Ascending.
    var timesUs: [Int64]
    /// Of the members' ids and assignments, in order of id.
    var digest: Fingerprint

    var medianUs: Int64 { timesUs[timesUs.count / 2] }
  }

  /// - Parameter enoughUs: after so much time no run is begun, but for the fewest there must be.
  static func measure(
    _ step: AssignStep, _ rule: AssignRule, enoughUs: Int64
  ) throws -> Measured {
    switch rule {
    case .client(let assignor):
      let subscriptions = try step.subscriptions(for: assignor)
      return try measure(enoughUs) { try bytes(assignor.assign(step.input(subscriptions))) }
    case .broker(let assignor):
      let input = step.targetInput
      return try measure(enoughUs) { try bytes(assignor.assign(input)) }
    }
  }

  private struct Answer {
    var memberId: MemberId
    var bytes: [UInt8]
  }

  private static func bytes(_ result: [MemberAssignment]) throws(ByteError) -> [Answer] {
    var answers: [Answer] = []
    answers.reserveCapacity(result.count)
    for member in result {
      answers.append(
        Answer(
          memberId: member.memberId,
          bytes: try ConsumerAssignment(partitions: member.partitions).bytes()))
    }
    return answers
  }

  /// The first run is not counted.
  private static func measure(_ enoughUs: Int64, _ body: () throws -> [Answer]) throws -> Measured {
    var digest = Fingerprint()
    for answer in try body().sorted(by: { $0.memberId < $1.memberId }) {
      digest.add(answer.memberId.text)
      digest.add(answer.bytes)
    }
    var times: [Int64] = []
    var spent: Int64 = 0
    while times.count < fewestRuns || times.count < mostRuns && spent < enoughUs {
      let start = Stopwatch.nowUs
      _ = try body()
      times.append(Stopwatch.nowUs - start)
      spent += times[times.count - 1]
    }
    return Measured(timesUs: times.sorted(), digest: digest)
  }
}

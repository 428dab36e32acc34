import KafkaModel

/// How long a leader takes from what it was sent to what it sends: subscription bytes in, a topic
/// table, assignment bytes out.
enum AssignBench {
  private static let fewestRuns = 5
  private static let mostRuns = 51
  private static let enoughUs: Int64 = 1_000_000

  static let heading = "name  runs  median ms  min ms  max ms  digest"

  static func line(_ step: AssignStep, _ number: Int, of item: AssignCase) throws -> String {
    let measured: Measured
    switch item.rule {
    case .client(let assignor):
      let subscriptions = try step.subscriptions(for: assignor)
      measured = try measure {
        try bytes(assignor.assign(step.input(subscriptions)))
      }
    case .broker(let assignor):
      let input = step.targetInput
      measured = try measure { try bytes(assignor.assign(input)) }
    }
    let times = measured.timesUs.sorted()
    let figures = [times[times.count / 2], times[0], times[times.count - 1]]
    return
      (["\(item.id)/\(number)", "\(times.count)"] + figures.map(Stopwatch.milliseconds)
      + [measured.digest.description]).joined(separator: "  ")
  }

  private struct Measured {
    var timesUs: [Int64]
    var digest: Fingerprint
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
  private static func measure(_ body: () throws -> [Answer]) throws -> Measured {
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
    return Measured(timesUs: times, digest: digest)
  }
}

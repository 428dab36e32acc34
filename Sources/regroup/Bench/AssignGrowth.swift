import KafkaModel
import Screen

/// How long each assignor takes, and how that grows with the group.
enum AssignGrowth {
  private static let enoughUs: Int64 = 300_000

  static func run() throws -> [String] {
    var lines: [String] = []
    for (name, rule) in rules {
      let growth = try [500, 1000, 2000].map { members in
        let step = try AssignLoad.leaving(
          rule, members: members, topics: members / 4, partitionsEach: 200)
        let size = "\(grouped(members)) x \(grouped(members * 50))"
        return "\(size) in \(try milliseconds(step, rule))"
      }
      lines.append("assign \(name), members x partitions: \(growth.joined(separator: ", "))")
    }
    for (name, rule) in rules {
      let step = AssignLoad.halves(members: 200, topics: 40, partitionsEach: 50)
      lines.append(
        "assign \(name), 200 members with random halves of 40 topics x 50: "
          + (try milliseconds(step, rule)))
    }
    return lines
  }

  private static var rules: [(name: String, rule: AssignRule)] {
    Assignors.all.map { ($0.name, .client($0)) }
      + BrokerAssignor.allCases.map { ("the broker's \($0.rawValue)", .broker($0)) }
  }

  private static func milliseconds(_ step: AssignStep, _ rule: AssignRule) throws -> String {
    let us = try AssignBench.measure(step, rule, enoughUs: enoughUs).medianUs
    return Stopwatch.milliseconds(us) + " ms"
  }

  private static func grouped(_ number: Int) -> String { NumberText.grouped(number) }
}

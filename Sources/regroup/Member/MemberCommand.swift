import ArgumentParser
import Cluster

/// `regroup member`: one consumer of a drive, started by it and by nobody else.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "One consumer of a drive.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var options: [String] = []

  mutating func run() throws {
    guard let options = MemberOptions(arguments: options) else {
      throw Failure.usage("member: regroup drive starts members by itself")
    }
    MemberProcess.run(options)
  }
}

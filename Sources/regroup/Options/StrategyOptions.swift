import ArgumentParser
import KafkaModel

/// How members share partitions, and whether they keep their places.
struct StrategyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How partitions are shared: \(Self.assignorNames) (default: range).",
      valueName: "assignor"), transform: Self.assignor)
  var assignor: String?

  @Flag(
    name: .customLong("static"),
    help: ArgumentHelp("Give each member a group.instance.id, made from its name."))
  var isStatic = false

  private static let key = "partition.assignment.strategy"

  /// Those that were given with -X, behind the one that --assignor stands for.
  func settings(before given: [SettingArgument]) throws(Failure) -> [SettingArgument] {
    guard let assignor else { return given }
    if given.contains(where: { $0.key == Self.key }) {
      throw .usage("--assignor and -X \(Self.key) say the same: give one of them")
    }
    return [SettingArgument(key: Self.key, value: assignor)] + given
  }

  private static var assignorNames: String { Assignors.all.map(\.name).joined(separator: ", ") }

  private static func assignor(_ text: String) throws -> String {
    if Assignors.named(text) != nil { return text }
    throw ValidationError("it must be one of \(assignorNames)")
  }
}

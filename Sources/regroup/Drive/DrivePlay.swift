import Cluster
import Feed
import Narration

/// A play of real consumers.
enum DrivePlay {
  static func play(
    _ options: DriveOptions, historyMs: Int64? = nil, anonymizer: Anonymizer? = nil
  ) throws -> Play {
    .drive(
      try source(options, historyMs: historyMs, anonymizer: anonymizer),
      title: anonymizer == nil ? title(options) : titleWithoutNames(options))
  }

  static func source(
    _ options: DriveOptions, historyMs: Int64? = nil, anonymizer: Anonymizer? = nil
  ) throws -> DriveSource {
    do {
      return try DriveSource(
        options: options, historyMs: historyMs ?? 3_600_000, anonymizer: anonymizer)
    } catch {
      throw Failure.failed("no thread can be started: \(error)")
    }
  }

  /// What the home screen opens; nil where the address is none.
  static func play(address: String, anonymizer: Anonymizer?) throws -> Play? {
    guard let brokers = BrokerAddress.list(address) else { return nil }
    return try play(DriveArguments.standard(brokers), anonymizer: anonymizer)
  }

  private static func titleWithoutNames(_ options: DriveOptions) -> Localized {
    options.allowForeign
      ? Localized(english: "Writes to a group that others have too", korean: "기존 그룹에 씀")
      : Localized(english: "Real consumers", korean: "실제 컨슈머")
  }

  /// Who writes to what is not its own says so in the first line.
  private static func title(_ options: DriveOptions) -> Localized {
    let place = options.bootstrap.map(\.description).joined(separator: ",")
    if options.allowForeign, let group = options.group {
      return Localized(
        english: "Writes to group \(group) at \(place)", korean: "\(place)의 그룹 \(group)에 씀")
    }
    if let names = options.madeNames {
      return Localized(english: "\(names) at \(place)", korean: "\(names), \(place)")
    }
    return Localized(english: "Real consumers at \(place)", korean: "\(place)의 실제 컨슈머")
  }
}

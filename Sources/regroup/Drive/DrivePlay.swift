import Cluster
import Narration

/// A play of real consumers.
enum DrivePlay {
  static func play(_ options: DriveOptions, historyMs: Int64? = nil) throws -> Play {
    .drive(try source(options, historyMs: historyMs), title: title(options))
  }

  static func source(_ options: DriveOptions, historyMs: Int64? = nil) throws -> DriveSource {
    do {
      return try DriveSource(options: options, historyMs: historyMs ?? 3_600_000)
    } catch {
      throw Failure.failed("no thread can be started: \(error)")
    }
  }

  /// What the home screen opens; nil where the address is none.
  static func play(address: String) throws -> Play? {
    guard let brokers = BrokerAddress.list(address) else { return nil }
    return try play(DriveArguments.standard(brokers))
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

extension LineFault: CustomStringConvertible {
  /// What is wrong, in words for whoever has the file before them.
  public var description: String {
    switch self {
    case .noHeader: "this is no recording: it does not begin with \(Recording.name)"
    case .unknownVersion(let version):
      "a recording of version \(Self.shown(version)); this program reads \(Recording.version)"
    case .tooLong: "longer than \(RecordingLimits.lineBytes) bytes"
    case .tooManyLines: "more than \(RecordingLimits.lines) lines"
    case .tooManyBytes: "the file has more than \(RecordingLimits.bytes >> 20) MiB"
    case .ends: "ends before it is whole"
    case .unknownName(let name): "nothing is called '\(Self.shown(name))'"
    case .missing(let key): "\(key)= is missing, or not where it belongs"
    case .surplus(let text): "'\(Self.shown(text))' does not belong there"
    case .badValue(let key): "\(key) has a value that it cannot have"
    case .unknownSlot(let slot): "no memberSeen has announced slot \(slot), or the one before it"
    case .unknownProducer(let slot):
      "no producerSeen has announced producer \(slot), or the one before it"
    case .timeGoesBack(let fromMs, let toMs): "time goes back, from \(fromMs) to \(toMs) ms"
    case .misplaced(let name): "\(name) is not where it belongs"
    case .afterTheEnd: "something follows the end"
    case .nothingHappens: "the recording holds no event up to here"
    case .tooMuchHistory: "more changes up to here than can be shown"
    case .tooManyPartitions: "more than \(RecordingLimits.partitions) partitions"
    }
  }

  /// A foreign file's words: short, and nothing that a terminal would obey.
  private static func shown(_ text: String) -> String {
    let safe = text.unicodeScalars.prefix(40).map { scalar -> Character in
      scalar.properties.generalCategory == .control || scalar.value == 0xFFFD
        ? "?" : Character(scalar)
    }
    return String(safe) + (text.unicodeScalars.count > 40 ? "..." : "")
  }
}

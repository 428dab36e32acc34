/// Where a recording comes from: the line behind the header.
public struct RecordingOrigin: Hashable, Sendable {
  /// What was recorded.
  public var kind: Capabilities.Kind
  /// A figure's number, `sandbox`, `drive`, `serve`, `watch` or `fuzz`.
  public var name: String
  /// What stood in the title line, where that is not the figure's own; of `fuzz` what broke.
  public var title: String?
  /// A simulation's.
  public var seed: UInt64?
  /// Fingerprint of the engine that played it; equal ones play equal courses.
  public var engine: String

  public init(
    kind: Capabilities.Kind, name: String, title: String? = nil, seed: UInt64? = nil,
    engine: String
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.seed = seed
    self.engine = engine
  }
}

extension RecordingOrigin {
  static let word = "origin"

  var line: String {
    var writer = LineWriter(Self.word)
    writer.field("engine", engine)
    writer.field("kind", kind.rawValue)
    writer.field("name", name)
    if let title { writer.field("title", title) }
    if let seed { writer.field("seed", seed) }
    return writer.text
  }

  /// What stands behind the word.
  init(_ reader: inout LineReader) throws(LineFault) {
    engine = try reader.text("engine")
    kind = try reader.one(of: [.simulation, .drive, .serve, .watch], "kind") { $0.rawValue }
    name = try reader.text("name")
    title = try reader.textIfAny("title")
    seed = try reader.numberIfAny("seed")
    try reader.end()
  }
}

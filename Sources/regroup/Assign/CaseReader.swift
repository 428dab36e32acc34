import Export
import KafkaModel

/// Reads a line of the format `{"id","assignor","topics","steps":[{"members","topics"}]}`; a line
/// that has `members` itself is its own only step. What it does not know it leaves alone.
enum CaseReader {
  /// More partitions than any cluster has, so that a slip of the pen does not eat the memory.
  static let greatestPartitionCount = 10_000_000
  /// The same for members times topics.
  static let greatestPairCount = 100_000_000

  /// - Parameter number: of the line, from 1; its name if it has no id.
  static func read(_ bytes: [UInt8], line number: Int) throws(FieldError) -> AssignCase {
    let value: JsonValue
    do throws(JsonReader.Malformed) {
      value = try JsonReader.read(bytes)
    } catch {
      throw FieldError(field: "", text: "column \(error.column): \(error.text)")
    }
    let line = FieldReader(value: value, path: "")
    guard case .object = value else { throw line.error("an object is expected") }
    let name = try line.required("assignor")
    let side = try line["side"]?.text
    let isBroker = side.map { $0 == "server" }
    guard let rule = AssignRule(try name.text, isBroker: isBroker) else {
      let known = AssignRule.names(isBroker: isBroker)
      throw name.error("no assignor '\(try name.text)': there are \(known)")
    }
    var steps: [FieldReader] = [line]
    if line["members"] == nil { steps = try line.required("steps").items }
    if steps.isEmpty { throw try line.required("steps").error("at least one is expected") }
    var limits = Limits()
    try limits.add(line)
    var result: [AssignStep] = []
    for step in steps {
      try limits.add(step)
      result.append(try StepReader(line, step, limits).read())
    }
    return AssignCase(id: try line["id"]?.text ?? "line \(number)", rule: rule, steps: result)
  }

  /// How many partitions a topic had at most so far: what a member says it had may be gone, but
  /// must have been there once.
  struct Limits {
    private var counts = Index<String, Int32>()

    /// - Parameter holder: the line, or a step.
    mutating func add(_ holder: FieldReader) throws(FieldError) {
      for topic in try holder["topics"]?.fields ?? [] {
        counts[topic.name] = max(counts[topic.name] ?? 0, try Self.count(topic.field))
      }
    }

    func allows(_ partition: TopicPartition) -> Bool {
      partition.partition < counts[partition.topic.text] ?? 0
    }

    static func count(_ field: FieldReader) throws(FieldError) -> Int32 {
      let count = try field.number
      if count < 0 { throw field.error("\(count) partitions") }
      return count
    }
  }
}

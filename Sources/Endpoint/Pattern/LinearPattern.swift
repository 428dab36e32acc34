/// A regular expression that takes time in proportion to the text, whoever wrote it: Kafka uses
/// RE2 for what clients send, and Swift's `Regex` goes back and forth as long as a stranger likes.
///
/// RE2's syntax, without flags, named groups and classes like `[:alpha:]`.
struct LinearPattern {
  private let steps: [Step]

  enum Step {
    case scalar(ScalarSet)
    /// Both ways are tried.
    case either(Int, Int)
    case go(Int)
    case begin
    case end
  }

  /// nil where it is no pattern, or one that is too long.
  init?(_ text: String) {
    guard let node = PatternReader.node(of: text) else { return nil }
    var writer = Writer()
    writer.write(node)
    guard !writer.isFull else { return nil }
    steps = writer.steps
  }

  /// Whether the whole text is one of those that are meant.
  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var now = Places(count: steps.count + 1)
    add(0, to: &now, at: 0, of: scalars.count)
    for (index, scalar) in scalars.enumerated() {
      var next = Places(count: steps.count + 1)
      for place in now.list where place < steps.count {
        guard case .scalar(let set) = steps[place], set.contains(scalar) else { continue }
        add(place + 1, to: &next, at: index + 1, of: scalars.count)
      }
      now = next
      if now.list.isEmpty { return false }
    }
    return now.list.contains(steps.count)
  }

  /// All places that are reached without reading; each once, so that no loop is endless.
  private func add(_ first: Int, to places: inout Places, at index: Int, of count: Int) {
    var waiting = [first]
    while let place = waiting.popLast() {
      guard places.insert(place), place < steps.count else { continue }
      switch steps[place] {
      case .scalar: break
      case .either(let one, let other): waiting += [other, one]
      case .go(let target): waiting.append(target)
      case .begin: if index == 0 { waiting.append(place + 1) }
      case .end: if index == count { waiting.append(place + 1) }
      }
    }
  }

  private struct Places {
    private(set) var list: [Int] = []
    private var isIn: [Bool]

    init(count: Int) { isIn = Array(repeating: false, count: count) }

    mutating func insert(_ place: Int) -> Bool {
      if isIn[place] { return false }
      isIn[place] = true
      list.append(place)
      return true
    }
  }

  /// Lays a pattern out as steps; what is repeated is written as often.
  private struct Writer {
    var steps: [Step] = []
    static let most = 1_000
    var isFull: Bool { steps.count > Self.most }

    mutating func write(_ node: PatternNode) {
      if isFull { return }
      switch node {
      case .scalar(let set): steps.append(.scalar(set))
      case .begin: steps.append(.begin)
      case .end: steps.append(.end)
      case .sequence(let nodes): for node in nodes { write(node) }
      case .choice(let nodes): writeChoice(nodes[...])
      case .repeated(let node, let least, let most): writeRepeated(node, least, most)
      }
    }

    private mutating func writeChoice(_ nodes: ArraySlice<PatternNode>) {
      guard let first = nodes.first else { return }
      if nodes.count == 1 { return write(first) }
      let fork = steps.count
      steps.append(.go(0))
      write(first)
      let leap = steps.count
      steps.append(.go(0))
      steps[fork] = .either(fork + 1, steps.count)
      writeChoice(nodes.dropFirst())
      steps[leap] = .go(steps.count)
    }

    private mutating func writeRepeated(_ node: PatternNode, _ least: Int, _ most: Int?) {
      for _ in 0..<least { write(node) }
      guard let most else {
        let fork = steps.count
        steps.append(.go(0))
        write(node)
        steps.append(.go(fork))
        return steps[fork] = .either(fork + 1, steps.count)
      }
      var forks: [Int] = []
      for _ in least..<most where !isFull {
        forks.append(steps.count)
        steps.append(.go(0))
        write(node)
      }
      for fork in forks { steps[fork] = .either(fork + 1, steps.count) }
    }
  }
}

import Feed

/// What `kafka-consumer-groups.sh --describe` prints, as text.
public struct DescribeText: Hashable, Sendable {
  /// Which of its tables.
  public enum Kind: Hashable, Sendable {
    /// `--verbose` shows the leader epochs that were committed, by place in the picture.
    case offsets(epochs: [Int32?]? = nil)
    case members(isVerbose: Bool)
    case state(isVerbose: Bool)
  }

  /// For standard error; nil where there is nothing to be said.
  public var message: String?
  /// For standard output; it begins with a blank line, as the tool's does.
  public var lines: [String]

  /// - Parameter picture: a group that the brokers know.
  public init(_ picture: GroupPicture, _ kind: Kind) {
    let table = DescribeTable(picture, .off, [kind])
    let block = table.blocks[0]
    message = block.message
    // The tool leaves a blank behind its last column of members.
    let end = kind == .members(isVerbose: false) ? " " : ""
    let rows = block.rows.map { $0.joined(separator: " ") + end }
    lines = rows.isEmpty ? [] : [""] + rows
  }
}

import Feed
import Screen

/// What members are called: static ones by instance id, without a beginning that all share where
/// the names do not fit.
struct MemberNames: Hashable {
  /// What all names begin with and no row repeats; empty where the names fit.
  let prefix: String
  let longest: Int

  init(_ picture: GroupPicture, room: Int) {
    let names = picture.members.map { Self.full($0.identity) }
    let widest = names.reduce(0) { max($0, DisplayWidth.of($1)) }
    prefix = widest > room && names.count > 1 ? Self.common(names, widest - room) : ""
    longest = widest - DisplayWidth.of(prefix)
  }

  func name(_ member: MemberPicture, width: Int) -> String {
    let short = Self.full(member.identity).dropFirst(prefix.count)
    return ColumnText.clipped(String(short), width: width)
  }

  static func full(_ identity: MemberIdentity) -> String {
    identity.instanceId?.text ?? identity.name
  }

  /// The shortest common beginning of at least `length` characters, if there is one, that ends
  /// at a separator, so that what is left reads as a name.
  private static func common(_ names: [String], _ length: Int) -> String {
    guard var prefix = names.first else { return "" }
    for name in names.dropFirst() {
      while !name.hasPrefix(prefix) { prefix.removeLast() }
    }
    let separators: [Character] = ["-", ".", "_"]
    let ends = prefix.indices.filter { separators.contains(prefix[$0]) }
      .map { prefix[...$0] }
    return String(ends.first { $0.count >= length } ?? ends.last ?? "")
  }
}

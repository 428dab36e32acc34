/// Names for members that are added by hand: the scenario's, counted on.
///
/// `peter-kafka03` is followed by `peter-kafka04`; the digits keep their width.
public struct MemberNames: Sendable {
  private let stem: String
  private let width: Int

  public init(like names: [String]) {
    let model = names.last ?? "consumer01"
    let digits = model.reversed().prefix { $0.isASCII && $0.isNumber }.count
    stem = String(model.dropLast(digits))
    width = max(digits, 1)
  }

  /// The first name that nobody has.
  public func next(after taken: [String]) -> String {
    var number = taken.count + 1
    while taken.contains(name(number)) { number += 1 }
    return name(number)
  }

  /// The name with that number.
  public func name(_ number: Int) -> String {
    let digits = String(number)
    return stem + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

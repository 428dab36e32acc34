/// What a request names, and how often: a list from a client can be long.
extension Array where Element: Hashable {
  /// Each once, where it is named first.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }

  /// Named more than once.
  var repeated: [Element] {
    let counts = self.counts
    return distinct.filter { counts[$0, default: 0] > 1 }
  }

  /// Named just once.
  var single: [Element] {
    let counts = self.counts
    return filter { counts[$0] == 1 }
  }

  private var counts: [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}

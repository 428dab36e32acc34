extension Rect {
  /// Cuts off rows at the top: (the rows, the rest).
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      Rect(x: x, y: y + taken, width: width, height: height - taken)
    )
  }

  /// Cuts off rows at the bottom: (the rest, the rows).
  public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let (top, rest) = splitTop(height - min(max(0, rows), height))
    return (top, rest)
  }

  /// Cuts off columns at the left: (the columns, the rest).
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      Rect(x: x + taken, y: y, width: width - taken, height: height)
    )
  }

  /// Cuts off columns at the right: (the rest, the columns).
  public func splitRight(_ columns: Int) -> (rest: Rect, right: Rect) {
    let (left, rest) = splitLeft(width - min(max(0, columns), width))
    return (left, rest)
  }

  /// Side by side, from the left; `gap` columns between two. What does not fit is empty.
  public func columns(_ extents: [Extent], gap: Int = 0) -> [Rect] {
    var rest = self
    return Rect.sizes(extents, gap: gap, room: width).map { size in
      let (part, after) = rest.splitLeft(size)
      rest = after.splitLeft(gap).rest
      return part
    }
  }

  /// One below the other, from the top; `gap` rows between two. What does not fit is empty.
  public func rows(_ extents: [Extent], gap: Int = 0) -> [Rect] {
    var rest = self
    return Rect.sizes(extents, gap: gap, room: height).map { size in
      let (part, after) = rest.splitTop(size)
      rest = after.splitTop(gap).rest
      return part
    }
  }

  /// Remainders of the division go to the first shares, one each, so the room is used up.
  private static func sizes(_ extents: [Extent], gap: Int, room: Int) -> [Int] {
    var left = room - gap * max(0, extents.count - 1)
    var weights = 0
    for extent in extents {
      switch extent {
      case .fixed(let size): left -= max(0, size)
      case .share(let weight): weights += max(0, weight)
      }
    }
    left = max(0, left)
    var given = 0
    var weightsSoFar = 0
    return extents.map { extent in
      switch extent {
      case .fixed(let size): return max(0, size)
      case .share(let weight):
        weightsSoFar += max(0, weight)
        let end = weights == 0 ? 0 : (left * weightsSoFar + weights - 1) / weights
        defer { given = end }
        return end - given
      }
    }
  }
}

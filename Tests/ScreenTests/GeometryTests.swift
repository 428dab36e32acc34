import Screen
import Testing

@Suite struct GeometryTests {
  private let screen = Rect(x: 0, y: 0, width: 80, height: 24)

  @Test func columnsUseTheWholeRoom() {
    let parts = screen.columns([.fixed(10), .share(1), .share(2), .fixed(5)], gap: 1)
    #expect(parts.map(\.width) == [10, 21, 41, 5])
    #expect(parts.map(\.x) == [0, 11, 33, 75])
    for width in 0..<60 {
      let room = Rect(x: 0, y: 0, width: width, height: 1)
      let shares = room.columns([.share(1), .share(1), .share(1)])
      #expect(shares.reduce(0) { $0 + $1.width } == width)
      #expect(room.columns([.fixed(20), .share(1), .fixed(20)]).allSatisfy { $0.maxX <= width })
    }
  }

  @Test func rowsAndEdges() {
    #expect(screen.rows([.fixed(1), .share(1), .fixed(2)]).map(\.height) == [1, 21, 2])
    #expect(screen.splitBottom(30).bottom == screen)
    #expect(screen.splitRight(5).right == Rect(x: 75, y: 0, width: 5, height: 24))
    #expect(screen.inset(horizontally: 50).isEmpty)
    let apart = screen.intersection(Rect(x: 90, y: 0, width: 5, height: 5))
    #expect(apart.isEmpty)
  }
}

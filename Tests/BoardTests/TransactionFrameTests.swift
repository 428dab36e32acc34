import Board
import Feed
import KafkaModel
import Narration
import Screen
import TestSupport
import Testing

/// Producers and their transactions on the picture.
@Suite struct TransactionFrameTests {
  private static let stages: [(String, Stage)] = [
    ("transaction", TransactionScenes.open()), ("loops", TransactionScenes.loops()),
  ]

  private func rows(
    _ stage: Stage, _ language: Language = .english, width: Int = 80, height: Int = 24
  ) -> [String] {
    let frame = Board.render(Models.model(language), stage.view, width: width, height: height)
    return (0..<height).map(frame.rowText)
  }

  @Test func framesOfTransactions() {
    for (name, stage) in Self.stages {
      for language in Language.allCases {
        for set in [GlyphSet.unicode, .ascii] {
          let model = Models.model(language, oneRow: !set.hasHalfRows)
          let frame = Board.render(model, stage.view, width: 80, height: 24).translated(to: set)
          let text = (0..<24).map { frame.rowText($0) + "\n" }.joined()
          Golden.expect(text, named: "\(name)-\(language.rawValue)-\(set.rawValue).txt")
        }
      }
    }
  }

  @Test func `the row of a partition says where readers stop, and its bar what is held`() throws {
    let stage = TransactionScenes.open()
    let found = rows(stage)
    let row = try #require(found.first { $0.hasPrefix("  1  ") })
    #expect(row.contains("▒") && row.hasSuffix("LSO 65/97"))
    #expect(!found.contains { $0.hasPrefix("  0  ") && ($0.contains("▒") || $0.contains("LSO")) })
  }

  @Test func `a killed producer is dead, and its transaction open`() throws {
    let row = try #require(
      rows(TransactionScenes.open(isDead: true)).first { $0.contains("timeout") })
    #expect(row.contains("peter-transaction-01  Ongoing  epoch 0  dead"))
    #expect(row.hasSuffix("timeout 54.0 s"))
    let dead = rows(TransactionScenes.loops(isDead: true))
    #expect(dead.contains { $0.contains("orders-tx-1") && $0.contains("dead") })
  }

  @Test func `with three members and six partitions every row is there`() {
    for language in Language.allCases {
      for dead in [false, true] {
        let stage = TransactionScenes.loops(isDead: dead)
        let found = rows(stage, language)
        for place in 0..<6 {
          #expect(found.contains { $0.hasPrefix("  \(place)  ") }, "\(language) \(place)")
        }
        for letter in ["A", "B", "C"] {
          #expect(found.contains { $0.hasPrefix("  \(letter)  peter-kafka0") })
        }
        let ids = found.filter { $0.contains("orders-tx-") }.count
        #expect(ids == 3 || found.contains { $0.contains(language.transactions.andMore(3 - ids)) })
        #expect(found.contains { $0.contains("420") })
        #expect(foot(found, language) == whole(stage, language))
      }
    }
  }

  /// What stands at the foot, and what should: nothing is cut.
  private func foot(_ rows: [String], _ language: Language) -> String {
    let start = rows.firstIndex { $0.hasPrefix(" \(language.figure.why)") } ?? 0
    return words(rows[start..<23].joined(separator: " "))
  }

  private func whole(_ stage: Stage, _ language: Language) -> String {
    let text = Narrator.story(stage.picture, stage.timeline, Stage.simulation).text(in: language)
    let book = language.figure
    return words(
      [book.why, text.why.text, book.cost, text.cost.text, book.next, text.next.text]
        .joined(separator: " "))
  }

  private func words(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  @Test func `duplicates stand out where there are some`() throws {
    func role(_ duplicates: Int64) throws -> Role {
      let stage = TransactionScenes.loops(duplicates: duplicates)
      let frame = Board.render(Models.model(), stage.view, width: 80, height: 24)
      let word = "duplicates \(duplicates)"
      let y = try #require((0..<24).first { frame.rowText($0).contains(word) })
      let start = try #require(frame.rowText(y).range(of: word))
      let x = DisplayWidth.of(String(frame.rowText(y)[..<start.lowerBound]))
      return frame[x, y].role
    }
    #expect(try role(0) == .text)
    #expect(try role(3) == .warning)
  }

  @Test func `a comparison counts duplicates where its worlds have some`() {
    func numbers(_ views: [FeedView]) -> [String] {
      let column = CompareModel.Column(
        title: Localized(english: "t", korean: "t"), note: Localized(english: "n", korean: "n"))
      let model = CompareModel(
        figure: "", title: Localized(english: "c", korean: "c"), columns: [column, column],
        board: Models.model())
      let frame = Compare.render(model, views, width: 80, height: 24)
      return (0..<24).map(frame.rowText)
    }
    let both = numbers(
      [TransactionScenes.loops(duplicates: 4), TransactionScenes.loops()].map(\.view))
    let row = both.first { $0.hasPrefix(" duplicates") } ?? ""
    #expect(row.split(separator: " ") == ["duplicates", "4", "0"])
    #expect(both.contains { $0.hasPrefix(" lost") })
    let none = numbers([Scenes.calm().view, Scenes.calm().view])
    #expect(!none.contains { $0.hasPrefix(" duplicates") || $0.hasPrefix(" lost") })
  }

  @Test func `many ids are counted, and none is cut`() {
    var stage = Scenes.calm()
    for index in 0..<9 {
      let id = TransactionalId("tx-\(index)")
      let producer = Producer(id: Int64(index), epoch: 1)
      TransactionScenes.tell(
        &stage, 15_000,
        .producerSeen(
          ProducerSlot(index),
          ProducerIdentity(name: "p\(index)", transactionalId: id, topic: "t")),
        .producerId(ProducerSlot(index), producer), .transaction(id, .empty, producer))
    }
    TransactionScenes.tell(
      &stage, 15_100, .transaction("tx-7", .ongoing, Producer(id: 7, epoch: 1)))
    let found = rows(stage)
    #expect(found.count { $0.contains("epoch 1") } == 4)
    #expect(found.contains { $0.contains("tx-7") && $0.contains("Ongoing") })
    #expect(found.contains { $0.contains("and 5 more") })
  }
}

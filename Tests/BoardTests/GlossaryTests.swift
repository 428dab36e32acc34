import Board
import Feed
import Foundation
import KafkaModel
import Narration
import Screen
import Testing

/// `G` explains the words of the picture.
@Suite struct GlossaryTests {
  private func rows(_ model: BoardModel, _ stage: Stage, _ width: Int, _ height: Int) -> [String] {
    let frame = Board.render(model, stage.view, width: width, height: height)
    return (0..<height).map(frame.rowText)
  }

  /// Names of Kafka's that Korean keeps.
  private static let identifiers = [
    "__consumer_offsets", "group.instance.id", "group.initial.rebalance.delay.ms",
    "session.timeout.ms", "max.poll.interval.ms", "heartbeat.interval.ms",
    "auto.commit.interval.ms", "client.id", "FENCED_INSTANCE_ID", "JoinGroup", "SyncGroup",
    "LeaveGroup", "PreparingRebalance", "CompletingRebalance", "Stable", "Empty", "Dead", "Kafka",
    "poll()", "--describe", "CURRENT-OFFSET", "LOG-END-OFFSET", "LAG", "EAGER", "COOPERATIVE",
    "range", "roundrobin", "sticky", "ID", "transactional.id", "isolation.level",
    "transaction.timeout.ms", "__transaction_state", "read_uncommitted", "read_committed",
    "UNSTABLE_OFFSET_COMMIT", "COMMIT", "ABORT", "LSO",
  ]

  @Test func `every term has two to four lines in both languages at 80 columns`() {
    for language in Language.allCases {
      for term in GlossaryTerm.allCases {
        let lines = TextWrap.lines(language.glossary.meaning(term), width: 77)
        #expect((2...4).contains(lines.count), "\(language) \(term): \(lines.count)")
        #expect(!language.glossary.name(term).isEmpty)
      }
    }
  }

  @Test func `a Korean meaning has no English but Kafka's names`() {
    for term in GlossaryTerm.allCases {
      var rest = Language.korean.glossary.name(term) + " " + Language.korean.glossary.meaning(term)
      for name in Self.identifiers { rest = rest.replacingOccurrences(of: name, with: " ") }
      let left = rest.split { !("a"..."z").contains($0) && !("A"..."Z").contains($0) }
      #expect(left.isEmpty, "\(term): \(left)")
    }
  }

  @Test func `the term at hand comes first`() {
    let stages: [(Stage, GlossaryTerm)] = [
      (Scenes.calm(), .stable), (Scenes.dead(), .sessionTimeout),
      (Scenes.preparing(), .preparingRebalance), (Scenes.completing(), .completingRebalance),
    ]
    for (stage, term) in stages {
      #expect(Narrator.terms(stage.picture).first == term)
      var model = Models.model()
      _ = Board.update(&model, .key(.character("G")), stage.view)
      #expect(model.glossary?.term == term)
    }
    var stage = Scenes.calm()
    stage.at(19_600, .process(MemberSlot(1), .pollStopped))
    #expect(Narrator.terms(stage.picture).first == .maxPollInterval)
    #expect(Narrator.terms(Scenes.calm(instanceIds: true).picture).contains(.staticMember))
    #expect(Narrator.terms(Scenes.verdict().picture).contains(.partitionSeconds))
  }

  @Test func `the arrows reach every term, whole, under the picture`() {
    let stage = Scenes.preparing()
    for language in Language.allCases {
      for (width, height) in [(80, 24), (120, 40)] {
        var model = Models.model(language)
        _ = Board.update(&model, .key(.character("G")), stage.view)
        var seen: [GlossaryTerm] = []
        for _ in GlossaryTerm.allCases {
          guard let term = model.glossary?.term else { continue }
          seen.append(term)
          let found = rows(model, stage, width, height)
          let text = found.joined(separator: " ").split(separator: " ").joined(separator: " ")
          #expect(text.contains(language.glossary.name(term)))
          #expect(text.contains(language.glossary.meaning(term)), "\(term)")
          #expect(found.contains { $0.contains("peter-kafka01") })
          _ = Board.update(&model, .key(.down), stage.view)
        }
        #expect(Set(seen) == Set(GlossaryTerm.allCases))
        #expect(model.glossary?.term == seen.first, "it begins anew")
        _ = Board.update(&model, .key(.up), stage.view)
        #expect(model.glossary?.term == seen.last)
        let effects = Board.update(&model, .key(.character("n")), stage.view)
        #expect(!effects.isEmpty && model.glossary != nil, "steps go on")
        _ = Board.update(&model, .key(.escape), stage.view)
        #expect(model.glossary == nil && model.pane == .picture)
      }
    }
  }

  @Test func `the project's glossary has every term, in both languages`() throws {
    let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/KafkaModel/KafkaModel.docc/Glossary.md")
    let text = try String(contentsOf: place, encoding: .utf8).lowercased()
    for language in Language.allCases {
      for term in GlossaryTerm.allCases {
        let name = language.glossary.name(term).lowercased()
        #expect(text.contains(name), "\(name)")
      }
    }
  }
}

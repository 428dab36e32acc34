import Board
import Feed
import Foundation
import KafkaModel
import Narration
import Screen
import Testing

/// Table, help, footer, README and the list that the screen was designed with agree.
@Suite struct KeyListTests {
  /// `PgDn` and the like, of every key in the table, with what it does.
  private var names: [(name: String, action: KeyAction)] {
    KeyTable.entries.flatMap { entry in
      KeyTable.allLabels(entry).split(separator: " ").map { (String($0), entry.action) }
    }
  }

  /// The keys that the design of the screen lists.
  private static let designed = [
    "k", "x", "r", "a", "s", "c", "t", "P", "A", "S", "↑", "↓", "[", "]", "Tab", "1", "2", "3",
    "4", "5", "6", "/", ":", "Space", "→", "n", ".", "PgDn", "←", "b", "PgUp", "Home", "+", "-",
    "f", "u", "p", "C", "g", "F5", "z", "L", "w", "h", "o", "W", "?", "Esc", "q", "Ctrl-C",
  ]

  /// What the design lists and the program lacks, and why.
  private static let lacking = [
    "o": "follows the offsets topic: `watch` only asks what describes the group",
    "W": "what-if of a watched group: nothing that is not so is shown in `watch`",
  ]

  /// What the program has beyond the design, and why.
  private static let added = [
    "Enter": "opens what is selected", "<": "scrubs, as in a recording", ">": "the same",
    "=": "+ without Shift", "i": "inside the last plan",
    "G": "the glossary: no letter was planned for it",
    "End": "the counterpart of Home", "{": "beat to beat: no key was planned for it",
    "}": "the same",
    "7": "what producer and consumers print", "8": "the book's tables",
  ]

  @Test func `every key of the design is there, or its lack has a reason`() {
    let there = names.map(\.name)
    for key in Self.designed {
      #expect(there.contains(key) != (Self.lacking[key] != nil), "\(key)")
    }
    for key in there where !Self.designed.contains(key) {
      #expect(Self.added[key] != nil, "\(key) is in no list")
    }
    for key in Self.added.keys { #expect(there.contains(key), "\(key)") }
    for key in Self.lacking.keys { #expect(Self.designed.contains(key), "\(key)") }
  }

  /// What stands in backticks in the left column of the README's table.
  private func readmeKeys() throws -> [String] {
    let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")
    let text = try String(contentsOf: place, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "## Keys"))
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
      .filter { $0.hasPrefix("| `") }
      .flatMap { line in
        line.split(separator: "|")[0].split(separator: "`")
          .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      }
  }

  @Test func `the README has every key, and no other`() throws {
    let listed = try readmeKeys()
    for entry in KeyTable.entries {
      #expect(listed.contains(entry.label), "\(entry.label) is not in the README")
    }
    let there = names.map(\.name)
    for key in listed { #expect(there.contains(key), "\(key) is no key") }
    #expect(Set(listed).count == listed.count, "a key is listed twice")
  }

  private static let scenes: [(BoardModel, Stage)] = {
    var scenes: [(BoardModel, Stage)] = []
    for pane in Pane.allCases {
      for stage in [Scenes.calm(), Scenes.dead(), Scenes.large()] {
        for kind in [Capabilities.Kind.simulation, .drive, .serve, .recording] {
          var model = Models.model()
          model.pane = pane
          model.capabilities = Capabilities(
            kind: kind, canTravel: kind != .drive && kind != .serve, canAct: kind != .recording,
            canRegroup: kind == .simulation || kind == .serve, canAdd: kind != .serve,
            setsClients: kind != .serve, commandsCoordinator: kind == .serve,
            seesCoordinator: kind == .simulation || kind == .serve)
          scenes.append((model, stage))
          model.selectedMember = MemberSlot(0)
          model.isZoomed = pane == .picture
          model.isPlaying = false
          scenes.append((model, stage))
        }
      }
    }
    return scenes
  }()

  @Test func `the footer says of every key what the table says`() {
    for language in Language.allCases {
      for (model, stage) in Self.scenes {
        var model = model
        model.language = language
        let width = 400
        let footer = Board.render(model, stage.view, width: width, height: 24).rowText(23)
        let parts = footer.split(separator: "   ").map(String.init)
        #expect(parts.count > 3)
        for part in parts {
          let words = part.drop { $0 == " " }.split(separator: " ", maxSplits: 1).map(String.init)
          let action = names.first { $0.name == words.first }?.action
          #expect(action != nil && words.count == 2, "\(part)")
        }
      }
    }
  }

  @Test func `a key of the footer does something in its pane, or says why not`() {
    for (model, stage) in Self.scenes {
      for entry in KeyTable.entries {
        for key in entry.keys {
          var after = model
          let effects = Board.update(&after, .key(key), stage.view)
          // Scrolled to the end, or nobody there: nothing changes, and that is all.
          let mayRest: [KeyAction] = [
            .memberUp, .memberDown, .partitionBack, .partitionOn, .picture, .log, .messages,
            .records, .describe, .settings, .consoles, .table, .stepOn, .stepBack,
          ]
          #expect(
            after != model || !effects.isEmpty || mayRest.contains(entry.action),
            "\(entry.label) in \(model.pane)")
        }
      }
    }
  }
}

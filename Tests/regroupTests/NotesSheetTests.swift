import Board
import Export
import Feed
import Foundation
import Lessons
import Narration
import Screen
import Testing

@testable import regroup

/// What the presenter's second terminal tells.
@Suite struct NotesSheetTests {
  private func shown(_ number: String) throws -> ShownPlay {
    var shown = ShownPlay(
      play: .figure(try FigureChoice.lesson(number), seed: nil), language: .korean,
      glyphs: .unicode, wallMs: 0, snapshots: nil)
    _ = try shown.press(.character(" "), wallMs: 0)
    return shown
  }

  private func words(_ lines: [String]) -> [String] {
    lines.flatMap { $0.split(separator: " ").map(String.init) }
  }

  private func rows(_ frame: Frame) -> [String] {
    FrameText.render(frame).components(separatedBy: "\n").dropLast()
  }

  /// All that scrolling brings to the screen, without the heading and the last row.
  private func scrolled(_ page: NotesPage, width: Int, height: Int) -> [String] {
    let most = page.mostScroll(width: width, height: height)
    return (0...most).flatMap { scroll in
      var page = page
      page.scroll = scroll
      return rows(page.frame(width: width, height: height)).dropFirst(2).dropLast()
    }
  }

  @Test(arguments: Lessons.catalogue.map(\.number))
  func `at each step of a lesson it says all, in both languages and at all sizes`(
    _ number: String
  ) throws {
    var shown = try shown(number)
    var writer = NotesWriter()
    var count = 0
    repeat {
      count += 1
      let sheet = writer.sheet(of: shown)
      let line = try #require(sheet.line)
      #expect(line.last == 0x0A && NotesSheet(line: line.dropLast()) == sheet)
      for language in Language.allCases {
        let said = sheet[language]
        for text in [said.title, said.why, said.next, said.goal, said.state] {
          #expect(!text.isEmpty)
        }
        let beats = shown.play.caption?.beats ?? []
        let beat = shown.play.source.picture.beat.flatMap { beats.indices.contains($0) ? $0 : nil }
        #expect(said.beat == (beat.map { "\($0 + 1) \(beats[$0][language])" } ?? ""))
        let talk = shown.play.lesson?.talk(atBeat: shown.play.source.picture.beat)
        #expect(said.focus == talk?.focus[language] ?? "")
        let isOpen = talk?.question?.isOpen(shown.play.source.picture)
        #expect(said.question.isEmpty == (isOpen != true))
        #expect(said.keys.contains { $0.label == "→" })
        let page = NotesPage(sheet: sheet, path: "/x", language: language)
        for (width, height) in [(40, 10), (100, 30)] {
          let rows = self.rows(page.frame(width: width, height: height))
          #expect(
            rows[0].contains(sheet.time) && (said.beat.isEmpty || rows[1].contains(said.beat)))
          let seen = Set(words(scrolled(page, width: width, height: height)))
          let lost = words(NotesSection.all(sheet, in: language).flatMap(\.lines))
            .filter { !seen.contains($0) && DisplayWidth.of($0) < 20 }
          #expect(lost.isEmpty, "\(width)x\(height) \(language): \(lost)")
        }
      }
    } while shown.play.source.travel(.nextStep) && count < 40
    #expect(count > 3 || shown.play.lesson?.scenario.script.isEmpty == true)
  }

  @Test(arguments: Lessons.catalogue.map(\.number))
  func `what the next key brings is what then happens`(_ number: String) throws {
    var shown = try shown(number)
    var writer = NotesWriter()
    var checked = 0
    for _ in 0..<30 {
      let coming = writer.sheet(of: shown)[.english].coming
      guard shown.play.source.travel(.nextStep) else {
        #expect(coming.isEmpty || shown.play.source.isFinished)
        break
      }
      let log = shown.play.source.recentLog(40).compactMap { timed in
        Narrator.logLine(timed, shown.play.source.picture, shown.play.source.timeline)?
          .text(in: .english).text
      }
      for line in coming {
        let text = line.components(separatedBy: "  ").dropFirst().joined(separator: "  ")
        #expect(log.contains(text), "\(line)")
        checked += 1
      }
    }
    #expect(checked > 0 || shown.play.lesson?.scenario.script.isEmpty == true)
  }

  @Test func `while time runs nothing is foreseen, and another present has another future`() throws
  {
    var shown = try shown("6-4")
    var writer = NotesWriter()
    _ = try shown.press(.character("k"), wallMs: 0)
    let afterDeath = writer.sheet(of: shown).english.coming
    #expect(afterDeath.contains { $0.contains("removes A") })
    _ = try shown.press(.character("u"), wallMs: 0)
    #expect(writer.sheet(of: shown).english.coming != afterDeath)
    _ = try shown.press(.character(" "), wallMs: 0)
    #expect(writer.sheet(of: shown).english.coming.isEmpty)
  }

  @Test(arguments: [("6-5", "dead", true), ("three-clocks", "stuck", false)])
  func `who is removed is not asked for any more`(
    _ number: String, _ name: String, hasTime: Bool
  ) throws {
    var shown = try shown(number)
    var writer = NotesWriter()
    let beat = try #require(shown.play.lesson?.beat(named: name))
    try shown.play.go(to: .beat(beat, name: name))
    let ask = Language.english.questions.ask(.whenRemoved)
    var sheet = writer.sheet(of: shown)
    let nobody = Language.english.questions.tell(.nobodyIsRemoved)
    #expect(sheet.english.question == ask && (sheet.english.answer != nobody) == hasTime)
    while shown.play.source.picture.state == .stable {
      #expect(writer.sheet(of: shown).english.question == ask)
      let hasGone = shown.play.source.travel(.nextStep)
      try #require(hasGone)
    }
    sheet = writer.sheet(of: shown)
    #expect(shown.play.source.picture.beat == beat)
    #expect(sheet.english.question.isEmpty && sheet.english.answer.isEmpty)
    // A group with a member that is stuck never settles: there is nothing to ask about.
    guard hasTime else { return }
    _ = try shown.press(.character("p"), wallMs: 0)
    guard case .prediction(let asked)? = shown.model.overlay else {
      Issue.record("nothing is asked")
      return
    }
    #expect(asked.question == .whoReads)
  }

  @Test func `names that are hidden stay hidden`() throws {
    let play = Play.figure(
      try FigureChoice.lesson("6-7-late"), seed: nil, anonymizer: Anonymizer())
    var shown = ShownPlay(
      play: play, language: .english, glyphs: .unicode, wallMs: 0, snapshots: nil)
    var writer = NotesWriter()
    while shown.play.source.travel(.nextStep), !shown.play.source.isFinished {
      let line = try #require(writer.sheet(of: shown).line)
      #expect(!String(decoding: line, as: UTF8.self).contains("peter"))
    }
  }

  @Test func `in lines it says the same`() throws {
    var writer = NotesWriter()
    let sheet = writer.sheet(of: try shown("6-5"))
    let lines = NotesLines.lines(sheet, path: "/x", in: .english)
    #expect(lines[0].hasPrefix("6-5  A consumer dies  1 even  step 0"))
    #expect(lines.contains { $0.hasPrefix("  Why   ") })
    #expect(NotesLines.lines(nil, path: "/x", in: .korean)[0].contains("/x"))
  }

  @Test func `a line of somebody else's is no sheet, and cannot reach the terminal`() {
    for text in ["", "{}", "[]", "{\"notes\":2}", "hello", "{\"notes\":1", "{\"notes\":\"1\"}"] {
      #expect(NotesSheet(line: Array(text.utf8)) == nil, "\(text)")
    }
    let evil = """
      {"notes":1,"step":-4,"figure":7,"en":{"title":"a\\u001b[2J\\u009bb\\u202e","coming":[1,null],\
      "keys":[["x"],["k","\\u0007kill"]]},"ko":[]}
      """
    let sheet = NotesSheet(line: Array(evil.utf8))
    #expect(sheet?.english.title == "a[2Jb" && sheet?.step == nil && sheet?.figure == "")
    #expect(sheet?.english.keys == [NotesWords.Key(label: "k", word: "kill")])
    let page = NotesPage(sheet: sheet, path: "", language: .korean)
    for (width, height) in [(1, 1), (2, 3), (5, 2), (500, 200)] {
      let frame = page.frame(width: width, height: height)
      #expect(frame.width == width && frame.height == height)
    }
  }
}

import Feed
import Foundation
import Lessons
import Narration
import Screen
import Testing

@testable import regroup

/// A recording as something to show elsewhere.
@Suite struct ExportTests {
  private func recording(_ number: String) throws -> Play {
    var figure = Play.figure(try FigureChoice.lesson(number), seed: nil)
    try figure.go(to: .step(.last))
    var builder = RecordingTapeBuilder()
    var text = Recording.header + "\n"
    text += RecordingLine.text(of: .origin(figure.recordingOrigin)) + "\n"
    figure.source.record { text += RecordingLine.text(of: $0) + "\n" }
    try builder.add(Array(text.utf8)[...])
    return .recording(try builder.finish())
  }

  @Test func `the document tells who read what, why, and at what cost`() throws {
    let text = TimelineDocument(play: try recording("6-5"), language: .english).text
    #expect(text.hasPrefix("# 6-5  A consumer dies\n\nrecording, seed 1, peter-consumer01\n"))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| 0:") }
    #expect(rows.first?.hasSuffix("| Stable 1 | 0 | 1 | 2 |  |") == true)
    #expect(rows.last?.hasSuffix("| Stable 2 |  | 0 1 | 2 |  |") == true)
    #expect(text.contains("peter-kafka01") && text.contains("moved 1"))
    let korean = TimelineDocument(play: try recording("6-14"), language: .korean).text
    #expect(korean.contains("## 리밸런싱의 비용") && korean.contains("시간"))
  }

  @Test func `a screen cast has at most ten frames a second and ends as the screen does`() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("regroup-cast-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let play = try recording("6-5")
    var output = try Output(path: path)
    var cast = ScreenCast(
      play: play, size: .standard, look: try LookOptions.parse(["--lang", "en"]),
      theme: Theme(shade: .dark, depth: .mono))
    try cast.write(to: &output)
    try output.flush()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let header = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(header?["version"] as? Int == 2 && header?["width"] as? Int == 80)
    var times: [Double] = []
    var shown = ""
    for line in lines.dropFirst() {
      let event = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      times.append(try #require(event[0] as? Double))
      shown += try #require(event[2] as? String)
    }
    #expect(times.count > 50)
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 > 0.0999 })
    let lengthMs = try #require(play.source.endMs) - play.source.nowMs
    #expect(abs((times.last ?? 0) * 1000 - Double(lengthMs)) < 1100)
    #expect(shown.contains("moved"))
  }

  @Test func `options that do not go together are refused`() {
    for arguments in [
      ["x", "--format", "markdown", "--at", "3s"], ["x", "--format", "asciicast", "--step", "1"],
      ["x", "--format", "markdown", "--size", "80x24"], ["x", "--format", "gif"], ["x"],
      ["x", "--format", "svg", "--at", "3s", "--step", "1"],
    ] {
      #expect(throws: (any Error).self, "\(arguments)") { try ExportCommand.parse(arguments) }
    }
  }
}

import Foundation
import Testing

/// What the README shows is what the program draws.
struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the frame in the README is a golden one`() throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let marker = "<!-- frame: "
    let frames = readme.components(separatedBy: marker).dropFirst()
    #expect(frames.count == 1)
    for frame in frames {
      let parts = frame.components(separatedBy: "\n```\n")
      let name = try #require(frame.components(separatedBy: " -->").first)
      let golden = try String(
        contentsOf: Self.root.appendingPathComponent("Tests/LessonsTests/Goldens/\(name)"),
        encoding: .utf8)
      try #require(parts.count > 1)
      let lines = golden.hasSuffix("\n") ? String(golden.dropLast()) : golden
      #expect(parts[1] == lines)
    }
  }
}

import Foundation
import TestSupport
import Testing

/// What every golden test leans on.
@Suite struct GoldenTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "golden-\(UUID().uuidString)")

  @Test func aRunThatRecordsFailsAndTheNextOneCompares() {
    let place = folder.appending(path: "a.txt")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      Golden.complaint("a\nb\n", place: place, isRecording: false)?.contains("no golden") == true)
    #expect(
      Golden.complaint("a\nb\n", place: place, isRecording: true)?.contains("recorded") == true)
    #expect(Golden.complaint("a\nb\n", place: place, isRecording: false) == nil)
    let complaint = Golden.complaint("a\nc\n", place: place, isRecording: false)
    #expect(complaint?.contains("line 2\ngolden: b\nnow:    c") == true)
  }

  @Test func theFirstDifferenceIsShown() {
    #expect(TextDifference.first(of: "a\nb", from: "a\nb") == nil)
    #expect(
      TextDifference.first(of: "a", from: "a\nb") == "line 2\ngolden: b\nnow:    (the text ends)")
    #expect(
      TextDifference.first(of: "a\nb", from: "a") == "line 2\ngolden: (the text ends)\nnow:    b")
    // Composed and decomposed text look the same and are not.
    #expect(TextDifference.first(of: "e\u{301}", from: "é")?.hasPrefix("line 1") == true)
  }
}

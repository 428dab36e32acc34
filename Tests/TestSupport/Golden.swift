import Foundation
import Testing

/// Compares a text with the one kept in a file beside the test.
///
/// `REGROUP_RECORD=1` writes the file anew and fails the test all the same, so that no run that
/// recorded can pass for one that compared.
public enum Golden {
  /// Records an issue unless `text` is what `<folder of the test file>/<folder>/<name>` holds.
  public static func expect(
    _ text: String, named name: String, in folder: String = "Goldens",
    filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let isRecording = ProcessInfo.processInfo.environment["REGROUP_RECORD"] == "1"
    let place = url(of: name, in: folder, besides: filePath)
    if let complaint = complaint(text, place: place, isRecording: isRecording) {
      Issue.record(Comment(rawValue: complaint), sourceLocation: sourceLocation)
    }
  }

  /// What is wrong; nil where the text is the golden one.
  public static func complaint(_ text: String, place: URL, isRecording: Bool) -> String? {
    if isRecording {
      do {
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
        return "recorded \(place.lastPathComponent): run again without REGROUP_RECORD"
      } catch {
        return "cannot record \(place.path): \(error)"
      }
    }
    guard let bytes = FileManager.default.contents(atPath: place.path) else {
      return "no golden \(place.lastPathComponent); REGROUP_RECORD=1 writes it"
    }
    let golden = String(decoding: bytes, as: UTF8.self)
    return TextDifference.first(of: text, from: golden).map {
      "\(place.lastPathComponent) differs; REGROUP_RECORD=1 rewrites it\n\($0)"
    }
  }

  private static func url(of name: String, in folder: String, besides filePath: String) -> URL {
    URL(fileURLWithPath: filePath).deletingLastPathComponent()
      .appendingPathComponent(folder).appendingPathComponent(name)
  }
}

import Feed
import Glibc

/// Recordings as files.
enum RecordingFile {
  /// Writes what was played into a new file; returns its name.
  ///
  /// - Parameter folder: with a slash at its end; empty is the working directory.
  static func save(_ play: Play, in folder: String = "") throws(OutputError) -> String {
    var (output, name) = try newFile(folder + "regroup-" + play.recordingName)
    defer { output.close() }
    try write(play, to: &output)
    return name
  }

  /// Header and all entries.
  static func write(_ play: Play, to output: inout Output) throws(OutputError) {
    try write(play.recordingOrigin, to: &output) { play.source.record($0) }
  }

  /// The same, whoever tells the entries.
  static func write(
    _ origin: RecordingOrigin, to output: inout Output,
    _ record: (_ take: (RecordingEntry) -> Void) -> Void
  ) throws(OutputError) {
    try output.line(Recording.header)
    try output.line(RecordingLine.text(of: .origin(origin)))
    var copy = output
    var failure: OutputError?
    record { entry in
      guard failure == nil else { return }
      do throws(OutputError) {
        try copy.line(RecordingLine.text(of: entry))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    output = copy
    try output.flush()
  }

  private static let mostFiles = 9_999

  private static func newFile(_ name: String) throws(OutputError) -> (Output, String) {
    for number in 1...mostFiles {
      let path = "\(name)-\(number).recording"
      do {
        return (try Output(newPath: path), path)
      } catch {
        guard case .failed(_, EEXIST) = error, number < mostFiles else { throw error }
      }
    }
    preconditionFailure("the last one returns or throws")
  }

  /// Reads a file to its end, or to where it is cut off; the complaint names file, line and fault.
  static func read(
    _ path: String, anonymizer: Anonymizer? = nil
  ) throws(Failure) -> RecordingTape {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path, errno) }
    defer { close(file) }
    var builder = RecordingTapeBuilder(anonymizer: anonymizer)
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path, errno) }
      do throws(RecordingError) {
        if count == 0 { return try builder.finish() }
        try builder.add(piece[..<count])
      } catch {
        throw .usage("\(path): \(error)")
      }
    }
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Failure {
    .usage("\(path): \(String(cString: strerror(code)))")
  }
}

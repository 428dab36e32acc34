/// Hands the notes of what is on to their readers: at most some sheets a second, and none where
/// nobody reads.
struct NotesDesk {
  private let server: NotesServer
  private var writer = NotesWriter()
  private var sentMs = Int64.min / 2
  private var isDue = true

  private static let betweenMs: Int64 = 200

  init(_ server: NotesServer) { self.server = server }

  /// Readable, and writable, when there is something to serve.
  var descriptors: [Int32] { server.descriptors }
  var writing: [Int32] { server.writing }

  /// When a sheet that was held back may go; nil while there is none.
  var nextMs: Int64? { server.hasReaders && isDue ? sentMs + Self.betweenMs : nil }

  /// Something may have changed.
  mutating func serve(_ theatre: Theatre, nowMs: Int64) {
    let hasNew = server.serve()
    isDue = true
    guard server.hasReaders, hasNew || nowMs >= sentMs + Self.betweenMs else { return }
    isDue = false
    sentMs = nowMs
    if let line = writer.sheet(of: theatre).line { server.send(line) }
  }

  func close() { server.close() }
}

import Glibc

/// One reader of the notes, from the presentation's side. It gets the newest sheet whenever it has
/// room, and what it missed is gone; so it can be as slow as it wants and costs nothing.
struct NotesPeer {
  let descriptor: Int32
  /// The rest of the line that is under way.
  private var pending: ArraySlice<UInt8> = []
  /// The newest line, not begun yet.
  private var waiting: [UInt8]?
  /// Sheets since it last had room.
  private var missed = 0
  private var received = 0

  /// A reader that lets so many pass is not there any more.
  static let mostMissed = 64
  /// A reader has nothing to say; one that says more than that is none.
  static let mostReceived = 1024

  init(descriptor: Int32) { self.descriptor = descriptor }

  var wantsToWrite: Bool { !pending.isEmpty }

  /// False where it has gone.
  mutating func offer(_ line: [UInt8]) -> Bool {
    if pending.isEmpty {
      pending = line[...]
    } else {
      waiting = line
      missed += 1
    }
    return missed <= Self.mostMissed && flush()
  }

  /// Sends what there is room for.
  mutating func flush() -> Bool {
    while !pending.isEmpty {
      let count = pending.withUnsafeBytes {
        send(
          descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        )
      }
      if count < 0 { return errno == EAGAIN || errno == EINTR }
      pending = pending.dropFirst(count)
      if pending.isEmpty {
        missed = 0
        pending = (waiting ?? [])[...]
        waiting = nil
      }
    }
    return true
  }

  /// Throws away what it says; false where it has gone, or talks too much.
  mutating func listen() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 256)
    while received <= Self.mostReceived {
      let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
      if count < 0 { return errno == EAGAIN || errno == EINTR }
      if count == 0 { return false }
      received += count
    }
    return false
  }
}

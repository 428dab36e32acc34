import Board
import Glibc

/// The reader's end of the notes' socket.
final class NotesConnection {
  let descriptor: Int32
  /// Of the line that is under way.
  private var rest: [UInt8] = []

  /// How much is read before what has come is looked at.
  private static let mostAtOnce = 1 << 20

  /// Nil where nobody listens.
  init?(path: String) {
    guard let address = NotesPath.address(path) else { return nil }
    descriptor = NotesSocket.open()
    guard descriptor >= 0 else { return nil }
    // A queue that is full is not waited for: there will be another try.
    guard NotesSocket.with(address, { connect(descriptor, $0, $1) }) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What has come since: the newest sheet, and whether the presentation is still there.
  ///
  /// A line that is no sheet, or longer than one can be, ends it.
  func take() -> (newest: NotesSheet?, isThere: Bool) {
    var newest: NotesSheet?
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var taken = 0
    while taken < Self.mostAtOnce {
      let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count < 0 { return (newest, errno == EAGAIN || errno == EINTR) }
      if count == 0 { return (newest, false) }
      taken += count
      for byte in buffer[..<count] {
        if byte != 0x0A {
          rest.append(byte)
          continue
        }
        guard let sheet = NotesSheet(line: rest) else { return (newest, false) }
        newest = sheet
        rest.removeAll(keepingCapacity: true)
      }
      if rest.count > NotesSheet.mostBytesRead { return (newest, false) }
    }
    return (newest, true)
  }
}

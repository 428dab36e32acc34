import Glibc
import Terminal

/// Where presentation and notes meet if nobody says otherwise.
enum NotesPath {
  /// In `$XDG_RUNTIME_DIR`, which is the user's own, or in a directory of our own in /tmp.
  static func standard(
    _ environment: (String) -> String? = TerminalSession.variable, userId: UInt32 = getuid()
  ) -> String {
    if let folder = environment("XDG_RUNTIME_DIR"), folder.hasPrefix("/") {
      return "\(folder)/regroup-\(userId).sock"
    }
    return "\(ownFolder(userId))/notes.sock"
  }

  private static func ownFolder(_ userId: UInt32) -> String { "/tmp/regroup-\(userId)" }

  /// Makes the directory of our own, where the path is in it; somebody else's is not used.
  static func prepare(_ path: String, userId: UInt32 = getuid()) throws(NotesFailure) {
    let folder = ownFolder(userId)
    guard path.hasPrefix(folder + "/") else { return }
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .failed(folder, errno) }
    var status = stat()
    guard lstat(folder, &status) == 0 else { throw .failed(folder, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == userId,
      status.st_mode & 0o077 == 0
    else { throw .notOurs(folder) }
  }

  /// The address for bind and connect; nil where the path is too long for one.
  static func address(_ path: String) -> sockaddr_un? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard !bytes.isEmpty, bytes.count < room, !bytes.contains(0) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return address
  }
}

/// Why a presentation has no notes.
enum NotesFailure: Error, Hashable, Sendable {
  /// Another presentation has the path.
  case taken(String)
  /// Something else is at the path.
  case noSocket(String)
  /// The directory belongs to somebody else, or others may write to it.
  case notOurs(String)
  case tooLong(String)
  case failed(String, Int32)
}

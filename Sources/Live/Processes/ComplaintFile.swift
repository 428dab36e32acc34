import Glibc

/// Where member processes write what they have to complain about: a file without a name, which
/// goes with the last process that holds it, however that ends.
public struct ComplaintFile {
  /// For the children's standard error; `/dev/null` where no file can be made.
  public let descriptor: CInt

  /// Makes it.
  public init() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/regroup-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    if file >= 0 {
      unlink(path)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
      _ = fcntl(file, F_SETFL, O_APPEND)
    }
    descriptor = file >= 0 ? file : open("/dev/null", O_RDWR | O_CLOEXEC)
  }

  /// The last line that was written.
  public var lastLine: String? {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: Int(min(size, 1_000)))
    let count = pread(descriptor, &buffer, buffer.count, size - off_t(buffer.count))
    guard count > 0 else { return nil }
    return buffer[..<count].split(separator: 0x0A).last.map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

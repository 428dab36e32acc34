import Glibc

/// What Linux tells in files of `key: value` lines.
enum SystemFile {
  /// The first kilobytes of a file; nil where there is none.
  static func text(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  /// A size from the status of a process, e.g. `VmRSS`; nil where it has ended.
  static func kilobytes(of key: String, process: pid_t) -> Int? {
    text("/proc/\(process)/status").flatMap { value(of: key, in: $0) }
      .flatMap { Int($0.prefix { $0.isNumber }) }
  }

  static func value(of key: String, in text: String) -> String? {
    for line in text.split(separator: "\n") where line.hasPrefix(key) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
    }
    return nil
  }
}

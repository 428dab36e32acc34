import Glibc

/// The reading end of the pipe that signal handlers and wakers write to.
struct SignalInbox {
  let descriptor: Int32

  /// The signals that came, each once, in the order of their first coming; 0 stands for a wake.
  func drain() -> [Int32] {
    var numbers: [Int32] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return numbers }
      for byte in buffer[..<count] where !numbers.contains(Int32(byte)) {
        numbers.append(Int32(byte))
      }
    }
  }
}

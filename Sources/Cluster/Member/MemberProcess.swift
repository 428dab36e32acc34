import Glibc
import KafkaSecurity
import NIOCore
import NIOPosix
import Synchronization

/// The whole of a member process: `regroup member`.
///
/// Commands come in on standard input, behind a line about connections where there is something to
/// say of them; events go out on standard output. SIGTERM closes the
/// consumer with LeaveGroup. When standard input ends, the drive is gone: the process dies at
/// once, and the broker finds out by session timeout.
public enum MemberProcess {
  /// Where the signal handler writes; -1 before there is a pipe.
  private static let signalPipe = Atomic<CInt>(-1)

  public static func run(_ options: MemberOptions) -> Never {
    let signals = catchSignals()
    var (options, rest) = (options, [UInt8]())
    if options.awaitsConnection {
      guard let line = firstLine(&rest), let connection = ConnectionConfig(line: line) else {
        put("no word about connections on standard input\n", to: 2)
        _exit(1)
      }
      options.connection = connection
    }
    let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1).next()
    let runtime: NIOLoopBound<MemberRuntime>
    do {
      runtime = try loop.submit { [options] in
        let runtime = MemberRuntime(
          options: options, loop: loop, write: { put($0, to: 1) },
          complain: { put($0 + "\n", to: 2) }, closed: { _exit(0) })
        runtime.start()
        return NIOLoopBound(runtime, eventLoop: loop)
      }.wait()
    } catch {
      _exit(1)
    }
    listen(signals, loop, runtime, rest)
  }

  private static func listen(
    _ signals: CInt, _ loop: any EventLoop, _ runtime: NIOLoopBound<MemberRuntime>,
    _ begun: [UInt8]
  ) -> Never {
    var rest = begun
    var sources = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      while let end = rest.firstIndex(of: 0x0A) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeFirst(end + 1)
        loop.execute { runtime.value.handle(line) }
      }
      if poll(&sources, nfds_t(sources.count), -1) < 0 { continue }
      if sources[1].revents != 0 {
        _ = bytes(from: signals)
        loop.execute { runtime.value.close() }
      }
      if sources[0].revents != 0 {
        guard let new = bytes(from: 0), rest.count < 65_536 else { _exit(1) }
        rest += new
      }
    }
  }

  /// What is longer than any list of certificates is not read.
  private static let mostConnectionBytes = 32 << 20

  /// The first line of standard input, and what was read beyond it; nil where there is none.
  private static func firstLine(_ rest: inout [UInt8]) -> String? {
    var line: [UInt8] = []
    while let new = bytes(from: 0), line.count < mostConnectionBytes {
      if let end = new.firstIndex(of: 0x0A) {
        rest = Array(new[(end + 1)...])
        return String(decoding: line + new[..<end], as: UTF8.self)
      }
      line += new
    }
    return nil
  }

  /// nil at the end of the stream.
  private static func bytes(from descriptor: CInt) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 { return Array(buffer[..<count]) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  private static func put(_ text: String, to descriptor: CInt) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes.removeFirst(count)
      } else if count < 0, errno == EINTR {
        continue
      } else {
        if descriptor == 1 { _exit(1) }
        return
      }
    }
  }

  /// Makes SIGTERM readable, so that it is dealt with on a thread that may do anything.
  private static func catchSignals() -> CInt {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { _exit(1) }
    signalPipe.store(ends[1], ordering: .relaxed)
    for number in [SIGTERM, SIGINT, SIGHUP] {
      signal(number) { _ in
        var byte: UInt8 = 1
        _ = write(MemberProcess.signalPipe.load(ordering: .relaxed), &byte, 1)
      }
    }
    return ends[0]
  }
}

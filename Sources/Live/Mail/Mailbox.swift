import Feed
import Glibc
import Synchronization

/// Where events wait for the screen's thread; a descriptor becomes readable when some do.
public final class Mailbox: Sendable {
  private let waiting = Mutex<[TimedEvent]>([])
  private let pipe: (read: CInt, write: CInt)

  public init() {
    var ends: [CInt] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { preconditionFailure("no descriptor left for a pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    pipe = (ends[0], ends[1])
  }

  deinit {
    close(pipe.read)
    close(pipe.write)
  }

  /// Readable while events wait.
  public var descriptor: CInt { pipe.read }

  /// From any thread.
  public func put(_ events: [TimedEvent]) {
    if events.isEmpty { return }
    let wasEmpty = waiting.withLock { list in
      let wasEmpty = list.isEmpty
      if wasEmpty { list = events } else { list += events }
      return wasEmpty
    }
    if !wasEmpty { return }
    var byte: UInt8 = 1
    _ = write(pipe.write, &byte, 1)
  }

  /// What has come since the last time, in its order.
  public func takeAll() -> [TimedEvent] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(pipe.read, &bytes, bytes.count) > 0 {}
    return waiting.withLock { list in
      defer { list = [] }
      return list
    }
  }
}

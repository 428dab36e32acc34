import Feed
import Glibc

/// A program started as a child in a process group of its own, with pipes for its standard input
/// and output.
struct ChildProcess {
  var pid: pid_t
  /// What is written here, it reads; closing it is the sign that its parent is gone.
  var input: CInt
  /// What it writes, comes out here.
  var output: CInt

  /// Starts it; the error is the system's.
  ///
  /// Only the pipes' ends that are its own are left open in the child: a second holder of the
  /// input's other end would hide the parent's death from it.
  static func start(
    _ command: [String], environment: [String], errors: CInt
  ) throws(SpawnFailure) -> ChildProcess {
    let input = try pipe()
    let output = try pipe()
    closeOnExec()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.read, 0)
    posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var attributes = ownGroup()
    defer { posix_spawnattr_destroy(&attributes) }
    var pid: pid_t = 0
    let code = withCStrings(command) { arguments in
      withCStrings(environment) { variables in
        posix_spawn(&pid, command[0], &actions, &attributes, arguments, variables)
      }
    }
    close(input.read)
    close(output.write)
    if code == 0 { return ChildProcess(pid: pid, input: input.write, output: output.read) }
    close(input.write)
    close(output.read)
    throw SpawnFailure(program: command[0], code: code)
  }

  /// Its exit status once it has ended; nil while it runs.
  func reap() -> ProcessEnd? {
    var status: CInt = 0
    let found = waitpid(pid, &status, WNOHANG)
    if found == 0 || (found < 0 && errno == EINTR) { return nil }
    if found < 0 { return .exited(0) }
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }

  private static func pipe() throws(SpawnFailure) -> (read: CInt, write: CInt) {
    var ends: [CInt] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw SpawnFailure(program: "pipe", code: errno) }
    return (ends[0], ends[1])
  }

  private static func closeOnExec() {
    for descriptor in CInt(3)..<1_024 {
      let flags = fcntl(descriptor, F_GETFD)
      if flags >= 0, flags & FD_CLOEXEC == 0 {
        _ = fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC)
      }
    }
  }

  /// Keys pressed in the terminal must not reach the child as signals.
  private static func ownGroup() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }

  private static func withCStrings<Result>(
    _ texts: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("never empty") }
      return body(base)
    }
  }
}

/// How a process ended.
public enum ProcessEnd: Hashable, Sendable {
  case exited(CInt)
  case signalled(CInt)

  /// What it is to one who did not bring it about.
  public var change: ProcessChange {
    switch self {
    case .exited(0): .ended
    case .exited: .failed
    case .signalled: .killed
    }
  }
}

/// Why a program could not be started.
public struct SpawnFailure: Error, Hashable, CustomStringConvertible {
  var program: String
  /// The system's `errno`.
  var code: CInt

  public var description: String {
    "\(program) cannot be started: \(String(cString: strerror(code)))"
  }
}

import CNcursesw
import Glibc
import Screen

/// The terminal while the program has its screen: frames go out, keys and signals come in.
///
/// At the end, whatever ends the process, the terminal is as it was before: ``close()``, a signal,
/// a trap in our own code and `exit` all restore it. One session at a time, on one thread; only
/// the waker may be used elsewhere.
public final class TerminalSession {
  let screen: CursesScreen
  let inbox: SignalInbox
  var waiting: [TerminalEvent] = []
  private var isOpen = true

  /// Wakes the loop from other threads.
  public let waker: TerminalWaker
  /// Whether the user's locale is one of UTF-8; if not, ``GlyphSet/ascii`` is the safe choice.
  public let hasUtf8Locale: Bool

  /// Takes the screen.
  ///
  /// - Parameter environment: looks up a variable of the environment: `NO_COLOR`, those of the
  ///   locale, and `SWIFT_BACKTRACE`. With the last one set, a trap goes on to Swift's backtracer
  ///   once the terminal is restored; without, it ends the process at once.
  /// - Throws: ``TerminalError`` when there is none to take.
  public init(environment: (String) -> String? = TerminalSession.variable) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw TerminalError.notATerminal
    }
    guard let pipe = SignalGuard.openPipe() else { throw TerminalError.noDescriptors }
    inbox = SignalInbox(descriptor: pipe.reading)
    waker = TerminalWaker(descriptor: pipe.writing)
    hasUtf8Locale = TextEncoding.setUp(environment: environment)
    SignalGuard.install()
    guard regroup_start() == 0 else {
      SignalGuard.disarm()
      throw TerminalError.unknownTerminal
    }
    guard regroup_capability("cup") != nil else {
      endwin()
      SignalGuard.disarm()
      throw TerminalError.cannotMoveCursor
    }
    SignalGuard.arm(
      reset: ResetSequence.bytes(), chainsCrashes: environment("SWIFT_BACKTRACE") != nil,
      holdsErrors: isatty(STDERR_FILENO) == 1)
    screen = CursesScreen(noColor: environment("NO_COLOR"))
    fitToTerminal()
  }

  deinit { close() }

  /// The value of a variable of this process's environment.
  public static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Columns of the screen.
  public var width: Int { screen.width }
  /// Rows of the screen.
  public var height: Int { screen.height }
  /// How many colors the terminal has; none with `NO_COLOR`.
  public var colorDepth: ColorDepth { screen.depth }

  /// Puts a frame on the screen, clipped to it. Writes no byte when the same frame is there.
  public func present(_ frame: Frame, theme: Theme) {
    guard isOpen else { return }
    screen.present(frame, theme: theme)
  }

  /// Gives the terminal back. A second call does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    endwin()
    SignalGuard.disarm()
  }

  /// Takes over the terminal's size; tells whether it is a new one.
  @discardableResult
  func fitToTerminal() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard regroup_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 else {
      return false
    }
    guard columns != screen.width || rows != screen.height else { return false }
    screen.resize(width: Int(columns), height: Int(rows))
    return true
  }
}

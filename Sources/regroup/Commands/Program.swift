import ArgumentParser
import Glibc

/// From arguments to an exit status: 0 done, 1 failure, 2 wrong usage.
enum Program {
  static func run(_ arguments: [String]) -> Never {
    // A reader that has gone away is an error of write, not a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      if let complaint = CommandList.complaint(arguments) { throw Failure.usage(complaint) }
      var command = try Regroup.parseAsRoot(separated(arguments))
      try command.run()
      exit(0)
    } catch {
      exit(status(of: error))
    }
  }

  /// `-Xkey=value` as `-X key=value`, which the parser would take for one long name, and
  /// `--seed -1` as `--seed=-1`, where it would miss the value.
  static func separated(_ arguments: [String]) -> [String] {
    var list: [String] = []
    for argument in arguments {
      if argument.hasPrefix("-X"), argument.utf8.count > 2 {
        list += ["-X", String(argument.dropFirst(2))]
      } else if isNegative(argument), let last = list.last, isLongOption(last) {
        list[list.count - 1] = last + "=" + argument
      } else {
        list.append(argument)
      }
    }
    return list
  }

  private static func isNegative(_ text: String) -> Bool {
    guard text.first == "-", let second = text.dropFirst().first else { return false }
    return second.isASCII && (second.isNumber || second == ".")
  }

  private static func isLongOption(_ text: String) -> Bool {
    text.hasPrefix("--") && text.utf8.count > 2 && !text.contains("=")
  }

  /// Says what went wrong, on standard error and in one line.
  private static func status(of error: any Error) -> Int32 {
    switch error {
    case let failure as Failure:
      complain(failure.text)
      return failure.status
    case OutputError.closed: return 0
    case let error as OutputError:
      complain(error.description)
      return 1
    case let code as ExitCode: return code.rawValue
    default: return parserStatus(error)
    }
  }

  /// The argument parser's own: help and version are no errors.
  private static func parserStatus(_ error: any Error) -> Int32 {
    let code = Regroup.exitCode(for: error)
    if code == .success {
      do {
        var output = Output()
        try output.line(Regroup.fullMessage(for: error))
        try output.flush()
      } catch { return error.isClosed ? 0 : 1 }
      return 0
    }
    complain(Regroup.message(for: error))
    return code == .validationFailure ? 2 : 1
  }

  private static func complain(_ text: String) {
    let line = text.split(separator: "\n").joined(separator: " ")
    Output.writeAll(Array("regroup: \(line)\n".utf8), to: STDERR_FILENO)
  }
}

import ArgumentParser

/// The subcommands, in the order of the help.
enum CommandList {
  static let all: [any ParsableCommand.Type] = [
    FigureCommand.self, SandboxCommand.self, DriveCommand.self, ServeCommand.self,
    WatchCommand.self, DescribeCommand.self, PlayCommand.self,
    ExportCommand.self, NotesCommand.self, AssignCommand.self, RenderCommand.self,
    FuzzCommand.self, HomeCommand.self, BenchCommand.self, MemberCommand.self,
    WanderCommand.self, BrokerCommand.self, ManualCommand.self,
  ]

  /// Those that the help names.
  static var shown: [String] {
    all.filter { $0.configuration.shouldDisplay }.compactMap { $0.configuration.commandName }
  }

  /// A complaint about a first argument that is meant as a command and is none.
  static func complaint(_ arguments: [String]) -> String? {
    if arguments.first == "help" { return complaint(Array(arguments.dropFirst())) }
    guard let first = arguments.first, !first.hasPrefix("-"),
      !all.contains(where: { $0.configuration.commandName == first })
    else { return nil }
    return "no command '\(first)': there are \(shown.joined(separator: ", "))"
  }
}

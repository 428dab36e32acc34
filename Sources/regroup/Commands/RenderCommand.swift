import ArgumentParser
import Screen

/// `regroup render figure 6-5 --step last`.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Prints one picture without a terminal.",
    subcommands: [RenderFigureCommand.self])

  mutating func run() throws {
    throw Failure.usage("render: name what to render, such as render figure 6-5")
  }
}

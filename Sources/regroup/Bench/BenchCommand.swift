import ArgumentParser
import Board
import Feed
import Glibc
import Lessons
import Simulation

/// `regroup bench`: how fast things are on this machine; the middle one of several runs each.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures this program on this machine.",
    shouldDisplay: false)

  @Option(help: ArgumentHelp("Measure only that.", visibility: .hidden))
  var only: BenchPart?

  mutating func run() throws {
    var output = Output()
    if only == .watch {
      for line in try WatchBench.run() { try output.line(line) }
      return try output.flush()
    }
    try output.line("machine: \(Machine.text)")
    if let start = StartBench.run() {
      try output.line("first frame of figure 6-5: \(start.milliseconds) ms after exec")
      try output.line("memory in figure 6-5: \(start.residentKilobytes / 1024) MB")
    } else {
      try output.line("first frame: no pseudo-terminal to measure it in")
    }
    for line in try CoordinatorBench.run() { try output.line(line) }
    try output.flush()
    for line in FrameBench.run() { try output.line(line) }
    for line in SimulationBench.run() { try output.line(line) }
    for line in try RecordingBench.run() { try output.line(line) }
    try output.flush()
    for line in try WatchBench.run() { try output.line(line) }
    try output.flush()
    for line in try AssignGrowth.run() { try output.line(line) }
    try output.flush()
  }
}

/// What can be measured alone.
enum BenchPart: String, CaseIterable, ExpressibleByArgument {
  case watch
}

import ArgumentParser

/// `regroup manual > regroup.1`: for `make install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page.", shouldDisplay: false)

  mutating func run() throws {
    var output = Output()
    try output.text(Manual.page)
    try output.flush()
  }
}

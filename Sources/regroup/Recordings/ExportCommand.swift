import ArgumentParser
import Screen

/// `regroup export lecture.recording --format svg`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Turns a recording into something to show elsewhere.",
    discussion: """
      asciicast: all of it, as terminals show it, for players of asciicast version 2.
      svg: one moment, the start or what --at or --step says.
      markdown: who owned what, what happened and why, and what each rebalance cost.

      EXAMPLES
        regroup export lecture.recording --format asciicast -o lecture.cast
        regroup export lecture.recording --format svg --at 24s > dead.svg
        regroup export lecture.recording --format markdown --lang ko
      """)

  @Argument(help: ArgumentHelp("The recording.", valueName: "file"))
  var file: String

  @Option(help: "asciicast, svg or markdown.")
  var format: ExportFormat

  @Option(
    help: ArgumentHelp("With svg: the time that the picture shows.", valueName: "time"),
    transform: Arguments.time)
  var at: Int64?

  @Option(
    help: ArgumentHelp("With svg: the number of a step, or last.", valueName: "step"),
    transform: StepArgument.init(parsing:))
  var step: StepArgument?

  @Option(
    help: ArgumentHelp("Columns and rows, 1x1 to 500x200 (default: 80x24).", valueName: "WxH"),
    transform: Arguments.size)
  var size: SizeArgument?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where to write it (default: standard output).", valueName: "file"))
  var output = "-"

  @Option(help: "Colours of asciicast and svg: 256, 16, 8 or mono.")
  var colors = ColorChoice.many

  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    if at != nil, step != nil { throw ValidationError("give one of --at and --step, not both") }
    if format != .svg, at != nil || step != nil {
      throw ValidationError("--at and --step name one moment: they go with --format svg")
    }
    if format == .markdown, size != nil {
      throw ValidationError("--size: markdown has no rows and columns")
    }
    if output.isEmpty { throw ValidationError("--output: name a file") }
  }

  mutating func run() throws {
    var play = try Play.recording(file, anonymizer: look.anonymizer)
    if let note = play.note { Leftovers.tell(["\(file): \(note[look.language])"]) }
    let theme = Theme(shade: look.theme, depth: colors.depth)
    switch format {
    case .svg:
      if let place = at.map(PlayPlace.time) ?? step.map(PlayPlace.step) { try play.go(to: place) }
      let picture = StillPicture(
        play: play, size: size ?? .standard, look: look, isProjected: false, theme: theme)
      try write { (output) throws(OutputError) in try output.text(picture.text(.svg)) }
    case .asciicast:
      var cast = ScreenCast(play: play, size: size ?? .standard, look: look, theme: theme)
      try write { (output) throws(OutputError) in try cast.write(to: &output) }
    case .markdown:
      let document = TimelineDocument(play: play, language: look.language)
      try write { (output) throws(OutputError) in try output.text(document.text) }
    }
  }

  private func write(_ body: (inout Output) throws(OutputError) -> Void) throws(OutputError) {
    var output = try Output(path: output)
    try body(&output)
    try output.flush()
  }
}

import ArgumentParser
import Board
import Screen

/// `regroup render figure 6-5 --step last`.
struct RenderFigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure", abstract: "Prints one picture of a figure.",
    discussion: """
      Give one of --at, --step and --beat; without them the picture is the start.

      EXAMPLES
        regroup render figure 6-5 --step last
        regroup render figure 6-5 --at 24s --size 120x40 --lang ko
        regroup render figure 6-5 --beat dead --format svg > dead.svg
        regroup render figure 6-5 --step 4 --format json
        regroup render figure 6-5 --step last --pane describe --size 160x30
      """)

  @Argument(help: ArgumentHelp("The figure's number, such as 6-5.", valueName: "figure"))
  var number: String

  @Option(
    help: "Whole number that all chance comes from (default: the figure's own).",
    transform: Arguments.seed)
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "The time that the picture shows at its top right; a figure starts when every partition "
        + "is read, and what is earlier shows the start.", valueName: "time"),
    transform: Arguments.time)
  var at: Int64?

  @Option(
    help: ArgumentHelp("The number of a step; last is the end of the script.", valueName: "step"),
    transform: StepArgument.init(parsing:))
  var step: StepArgument?

  @Option(help: ArgumentHelp("The beginning of a beat.", valueName: "name"))
  var beat: String?

  @Option(
    help: ArgumentHelp(
      "Columns and rows, 1x1 to 500x200 (default: 80x24).", valueName: "WxH"),
    transform: Arguments.size)
  var size: SizeArgument?

  @Flag(help: "The picture for a projector, as F5 shows it.")
  var projection = false

  @Option(help: "text, ansi, svg or json.")
  var format = PictureFormat.text

  @Option(
    help: ArgumentHelp(
      "picture, log, messages, records, describe, settings, consoles, table or grid (default: "
        + "the one that the figure opens in).", valueName: "name"), transform: Arguments.pane)
  var pane: Pane?

  @Option(help: "Colours of ansi and svg: 256, 16, 8 or mono.")
  var colors = ColorChoice.many

  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    let given = [at != nil, step != nil, beat != nil].filter { $0 }.count
    if given > 1 { throw ValidationError("give one of --at, --step and --beat, not \(given)") }
  }

  mutating func run() throws {
    let lesson = try FigureChoice.lesson(number)
    var play = Play.figure(lesson, seed: seed, anonymizer: look.anonymizer)
    try play.go(to: try place(in: play))
    let picture = StillPicture(
      play: play, size: size ?? .standard, look: look, isProjected: projection,
      theme: Theme(shade: look.theme, depth: colors.depth), pane: pane)
    var output = Output()
    try output.text(picture.text(format))
    try output.flush()
  }

  private func place(in play: Play) throws(Failure) -> PlayPlace {
    if let at { return .time(at) }
    if let step { return .step(step) }
    guard let beat, let lesson = play.lesson else { return .start }
    return .beat(try FigureChoice.beat(beat, of: lesson), name: beat)
  }
}

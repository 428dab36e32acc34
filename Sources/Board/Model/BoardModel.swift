import Feed
import Narration

/// What the screen remembers beside the feed: language, pane, selection, play.
public struct BoardModel: Hashable, Sendable {
  public var language: Language
  public var capabilities: Capabilities
  public var pane = Pane.picture
  public var selectedMember: MemberSlot?
  /// The partition's place in the picture.
  public var selectedPartition: Int?
  public var isPlaying = true
  public var speed = Speed.normal
  public var help: HelpPart?
  /// For a projector: large, and only what the last row can read.
  public var isProjected = false
  public var notice: Notice?
  /// A question, or an assignor at work.
  public var overlay: Overlay?
  /// True for glyph sets without half rows (ASCII): a partition then has one row.
  public var hasOneRow = false
  /// A lesson's; nil in the sandbox and for a live group.
  public var caption: LessonCaption?
  /// Shown as the title where there is no lesson.
  public var title: String
  /// Where a group is asked for from outside; nil for any other source.
  public var asking: Asking?
  public var seed: UInt64?
  /// The step of the lesson one stands on, and how many are known.
  public var step: Int?
  public var steps: Int?
  /// False where there is no home screen behind this one: Esc then says so.
  public var hasHome = true
  /// Lines that the log and the records are scrolled back by, the table and the settings down.
  public var logScroll = 0
  /// Columns of the table that are scrolled out to the left.
  public var columnScroll = 0
  /// Rows between the present and the selected message; negative in the future.
  public var messageBack = 0
  /// The fields of the selected message are shown, from that line on.
  public var isMessageOpen = false
  public var fieldScroll = 0

  /// What is being typed into the last row; nil while nothing is.
  public var line: TypedLine?
  /// Lines that were done, oldest first.
  public var typed: [String] = []

  /// What lines and names of the pane must contain; empty: all are shown.
  public var filter = ""
  /// Only what is selected is shown, and in full.
  public var isZoomed = false

  /// Open at a term; nil while it is closed.
  public var glossary: OpenGlossary?

  /// Which answers of a broker's are held when the key is pressed.
  public var holdPoint = HoldPoint.join

  public var isHelpShown: Bool { help != nil }

  public init(language: Language, capabilities: Capabilities, title: String = "") {
    self.language = language
    self.capabilities = capabilities
    self.title = title
  }
}

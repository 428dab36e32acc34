/// The texts of a sheet of notes in one language; what is not known is empty.
public struct NotesWords: Hashable, Sendable {
  /// A key that works now, and what it does.
  public struct Key: Hashable, Sendable {
    public var label: String
    public var word: String

    public init(label: String, word: String) {
      self.label = label
      self.word = word
    }
  }

  public var title = ""
  public var beat = ""
  /// What is shown and whether time runs.
  public var state = ""
  public var why = ""
  public var cost = ""
  public var next = ""
  public var focus = ""
  public var question = ""
  public var answer = ""
  public var goal = ""
  /// What the next step brings, a line for each event.
  public var coming: [String] = []
  public var keys: [Key] = []

  public init() {}
}

/// Why a typed line cannot be done; the line stays to be mended.
public enum TypedFault: Error, Hashable, Sendable {
  /// What a word of the line should have been.
  public enum Noun: Hashable, Sendable {
    case command, member, topic, assignor, recordsPerSecond, speed, step, beat, time, pane
    case language, memberOrPartition, text, producerAct, records, holdPoint
  }

  /// A word that is none of what there is.
  case unknown(Noun, String, there: [String])
  /// The command wants one more word.
  case missing(Noun, after: String, there: [String])
  /// A word too many.
  case tooMuch(String, after: String)
}

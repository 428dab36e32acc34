import Feed

/// Why a key did nothing, or what it did.
public enum Notice: Hashable, Sendable {
  case refused(Refusal, MemberSlot? = nil)
  case nobodyToActOn(KeyAction)
  case cannotTravel
  case atTheStart
  case nothingMore
  case nothingToUndo
  case atTheEnd
  case alwaysLive
  /// Nothing is under way whose end could be guessed.
  case nothingToPredict
  /// Rows are blank; first the answer is shown, or the question left.
  case asking
  /// No plan has been made yet, or the source does not know how.
  case noDeal
  case speedEnds
  case unknownKey
  /// Enter where nothing has more to show.
  case nothingToOpen
  /// Nothing is above: the figure was asked for by its name.
  case noHome
  /// A recording was written to the file of that name.
  case saved(String)
  /// The system's words for why no recording could be written.
  case notSaved(String)
  /// What is to be known of that which is shown.
  case note(Localized)
}

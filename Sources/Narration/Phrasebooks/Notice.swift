import Feed

/// Why a key did nothing, or what it did.
public enum Notice: Hashable, Sendable {
  case refused(Refusal, MemberSlot? = nil)
  case nobodyToActOn(KeyAction)
  case cannotTravel
  case atTheStart
  case nothingMore
  case nothingToUndo
  /// What had been played beyond the present is gone, and with it so many acts.
  case forked(acts: Int)
  /// Nothing has been played beyond the present.
  case noFuture
  case atTheEnd
  /// A part of the lesson that what was changed keeps from coming.
  case noBeat
  /// Only a lesson has beats.
  case noBeats
  /// A sandbox goes on as long as one plays.
  case noEnd
  case alwaysLive
  /// Nothing is under way whose end could be guessed.
  case nothingToPredict
  /// Rows are blank; first the answer is shown, or the question left.
  case asking
  /// It concerns one world, and several are compared.
  case notInComparison
  /// It is a recording, and is not recorded again.
  case isRecording
  /// No plan has been made yet.
  case noDeal
  /// A plan has been made, and the source does not know all that its assignor was given.
  case dealUnknown
  /// All producers belong to members.
  case noProducer
  case producerDead
  case speedEnds
  case unknownKey
  /// A pane without lines or names to look for.
  case nothingToFilter
  /// Nothing is selected that could be shown alone.
  case nothingToZoom
  /// Only the picture can be zoomed.
  case zoomsPicture
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

import Board
import Feed
import Narration

/// Questions, and looking into the last plan.
extension ShownPlay {
  /// Asks what the lesson asks at this beat; asked again, or without a lesson, who will read what.
  mutating func predict() {
    let own = play.question
    var asked: LessonQuestion?
    if case .prediction(let prediction)? = model.overlay { asked = prediction.question }
    let question = own == asked ? .whoReads : own ?? .whoReads
    guard !question.isAboutLater || comes else {
      note(.nothingToPredict)
      return
    }
    _ = Board.update(&model, .asked(question), view)
  }

  /// Shows the answer: of what comes later by going there.
  mutating func reveal(wallMs: Int64) throws(OutputError) {
    guard case .prediction(let prediction)? = model.overlay else { return }
    let now = play.source.picture
    var later: GroupPicture? = now
    if prediction.question.isAboutLater, model.capabilities.canTravel {
      later = play.source.whenSettled
      if let later { try travel(.time(later.timeMs), wallMs: wallMs) }
    }
    if let answer = prediction.question.answer(now: now, later: later) {
      _ = Board.update(&model, .told(answer), view)
    } else {
      model.overlay = nil
      note(.nothingToPredict)
    }
  }

  mutating func lookInside() {
    if let deal = play.source.deal, !deal.moves.isEmpty {
      _ = Board.update(&model, .dealt(deal), view)
    } else {
      let isPlanned = play.source.picture.partitions.contains { $0.planned != .unknown }
      note(isPlanned ? .dealUnknown : .noDeal)
    }
  }

  /// Whether something is under way: what a live group makes of it shows in time.
  private var comes: Bool {
    model.capabilities.canTravel
      ? play.source.whenSettled != nil : !play.source.picture.isSettled
  }

  private mutating func note(_ notice: Notice) {
    _ = Board.update(&model, .noticed(notice), view)
  }
}

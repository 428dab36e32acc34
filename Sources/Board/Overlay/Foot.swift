import Feed
import Narration

/// The lines at the foot of a picture: Why, Cost and Next, or those of what lies over it.
struct Foot {
  let lines: [(label: String, text: Phrase)]
  /// How each line is known, where that differs.
  let evidence: [Evidence]

  init(_ model: BoardModel, _ view: FeedView) {
    let book = model.language.figure
    if case .deal(let deal)? = model.overlay {
      lines = Self.lines(deal, view.picture, model.language)
      evidence = []
      return
    }
    let told = Narrator.story(view.picture, view.timeline, model.capabilities)
    let story = told.text(in: model.language)
    evidence = told.evidence.map { [$0.why, $0.cost, $0.next] } ?? []
    var last = (label: book.next, text: story.next)
    if case .prediction(let prediction)? = model.overlay {
      last = Self.line(prediction, model.language)
    }
    lines = [(book.why, story.why), (book.cost, story.cost), last]
  }

  private static func line(
    _ prediction: Prediction, _ language: Language
  ) -> (label: String, text: Phrase) {
    let book = language.questions
    guard let answer = prediction.answer else {
      let question = prediction.question
      return (book.question, "\(strong: book.ask(question)) \(book.how(question))")
    }
    let score = prediction.score.map { book.score($0.right, of: $0.of) + " " } ?? ""
    return (book.answer, "\(strong: score)\(book.tell(answer))")
  }

  private static func lines(
    _ view: DealView, _ picture: GroupPicture, _ language: Language
  ) -> [(label: String, text: Phrase)] {
    let book = language.deals
    let moves = view.deal.moves
    func tell(_ place: Int) -> String { book.tell(DealRemark(moves[place], in: picture)) }
    let done = view.count == 0 ? book.nothingYet : tell(view.count - 1)
    let next = view.count < moves.count ? tell(view.count) : book.over
    let count = book.count(view.count, of: moves.count)
    return [
      (book.rule, Phrase(book.rule(of: view.deal.assignor))),
      (book.done, "\(strong: done)   \(count)"), (book.next, Phrase(next)),
    ]
  }
}

import Board
import Feed
import Lessons
import Narration

/// Writes the sheet of what is on. What takes playing ahead is kept as long as the present is the
/// same.
struct NotesWriter {
  private var foreseen: (moment: Moment, coming: [Language: [String]])?
  private var settled: (moment: Moment, later: GroupPicture?)?

  /// What tells one present, and so one future, from another.
  private struct Moment: Hashable {
    var timeMs: Int64
    var step: Int?
    var last: [TimedEvent]

    init(_ play: Play) {
      timeMs = play.source.nowMs
      step = play.source.stepNumber
      last = play.source.recentLog(1)
    }
  }

  mutating func sheet(of theatre: Theatre) -> NotesSheet {
    if let opened = theatre.opened { return sheet(of: opened) }
    if let compared = theatre.compared { return Self.sheet(of: compared) }
    if let shown = theatre.shown { return sheet(of: shown) }
    var sheet = NotesSheet()
    for language in Language.allCases {
      sheet[language].title = "regroup"
      sheet[language].state = language.home.subtitle
    }
    return sheet
  }

  private static func sheet(of compared: ShownComparison) -> NotesSheet {
    let model = compared.model
    var sheet = NotesSheet(figure: model.figure)
    for language in Language.allCases {
      let columns = model.columns.map { $0.title[language] }.joined(separator: ", ")
      sheet[language].title = model.title[language]
      sheet[language].state = language.figure.compare + ": " + columns
    }
    return sheet
  }

  mutating func sheet(of shown: ShownPlay) -> NotesSheet {
    let play = shown.play
    let picture = play.source.picture
    var sheet = NotesSheet(
      figure: play.caption?.figure ?? "", time: TimeText.clock(ms: picture.timeMs),
      step: play.source.stepNumber, steps: play.source.stepCount)
    let story = Narrator.story(picture, play.source.timeline, play.source.capabilities)
    let coming = shown.pace.isPlaying ? nil : self.coming(of: play)
    let talk = play.lesson?.talk(atBeat: picture.beat)
    var answer: LessonAnswer?
    if let question = play.question { answer = self.answer(to: question, in: play) }
    for language in Language.allCases {
      let text = story.text(in: language)
      var words = NotesWords()
      words.title = (play.caption?.title ?? play.title)[language]
      words.beat = play.beatText(language)
      words.state = shown.stateText(language)
      (words.why, words.cost, words.next) = (text.why.text, text.cost.text, text.next.text)
      words.focus = talk.map { play.told($0.focus)[language] } ?? ""
      words.question = play.question.map { language.questions.ask($0) } ?? ""
      words.answer = answer.map { language.questions.tell($0) } ?? ""
      words.goal = play.lesson.map { play.told($0.goal)[language] } ?? ""
      words.coming = coming?[language] ?? []
      words.keys = shown.keys(language)
      sheet[language] = words
    }
    return sheet
  }

  private mutating func coming(of play: Play) -> [Language: [String]] {
    let moment = Moment(play)
    if let foreseen, foreseen.moment == moment { return foreseen.coming }
    let coming = play.nextStepLines
    foreseen = (moment, coming)
    return coming
  }

  private mutating func answer(to question: LessonQuestion, in play: Play) -> LessonAnswer? {
    let picture = play.source.picture
    guard question.isAboutLater else { return question.answer(now: picture, later: nil) }
    let moment = Moment(play)
    if settled?.moment != moment { settled = (moment, play.source.whenSettled) }
    return question.answer(now: picture, later: settled?.later)
  }
}

extension Play {
  /// What a lesson says, with aliases where names are hidden.
  func told(_ text: Localized) -> Localized { text.scrubbed(source.anonymizer) }

  /// `2 dead`, as the title line counts them.
  fileprivate func beatText(_ language: Language) -> String {
    guard let beat = source.picture.beat, let beats = caption?.beats, beats.indices.contains(beat)
    else { return "" }
    return "\(beat + 1) \(beats[beat][language])"
  }

  /// What happens up to the end of the next step if nobody interferes, where that can be known.
  fileprivate var nextStepLines: [Language: [String]] {
    guard source.capabilities.canTravel else { return [:] }
    var ahead = self
    var lines: [Language: [String]] = [:]
    var moments = 0
    ahead.play(toMs: source.nowMs + Foresight.ms) { happened, now in
      moments += 1
      let end = happened.firstIndex { $0.event.isStep }
      let told = happened[...(end ?? happened.count - 1)].filter { $0.event.isLogged }
      for timed in told {
        let remark = Narrator.logLine(timed, now.source.picture, now.source.timeline)
        guard let remark else { continue }
        for language in Language.allCases {
          let time = TimeText.clock(ms: timed.timeMs)
          lines[language, default: []].append("\(time)  \(remark.text(in: language).text)")
        }
      }
      return end == nil && moments < Self.mostMoments
    }
    return lines.mapValues { Array($0.suffix(Self.mostComing)) }
  }

  private static var mostMoments: Int { 20_000 }
  private static var mostComing: Int { 4 }
}

extension ShownPlay {
  /// `simulation · paused`.
  fileprivate func stateText(_ language: Language) -> String {
    let kind = language.figure.source(play.source.capabilities.kind)
    return pace.isPlaying ? kind : "\(kind) · \(language.figure.paused)"
  }

  fileprivate func keys(_ language: Language) -> [NotesWords.Key] {
    var model = model
    model.language = language
    return Board.workingKeys(model, play.source.picture).map {
      NotesWords.Key(label: $0.label, word: $0.word)
    }
  }
}

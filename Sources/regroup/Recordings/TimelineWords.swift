import Narration

/// The headings of the document.
struct TimelineWords {
  let language: Language

  var time: String { Localized(english: "time", korean: "시간")[language] }
  var phase: String { Localized(english: "phase", korean: "상태")[language] }
  var owners: String { Localized(english: "Who reads what", korean: "누가 무엇을 읽나")[language] }
  var happened: String { Localized(english: "What happened", korean: "있었던 일")[language] }
  var rebalances: String {
    Localized(english: "What each rebalance cost", korean: "리밸런싱의 비용")[language]
  }
  var none: String { Localized(english: "There was none.", korean: "없었다.")[language] }
}

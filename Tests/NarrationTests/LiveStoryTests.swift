import Feed
import KafkaModel
import Narration
import Testing

/// What is said of a group whose coordinator is not seen.
@Suite struct LiveStoryTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)
  private let c = MemberSlot(2)

  private func story(_ sample: Sample) -> Story {
    Narrator.story(
      sample.picture, sample.timeline,
      Capabilities(kind: .drive, canTravel: false, canAct: true, seesCoordinator: false))
  }

  @Test func afterTheSessionsEndNobodyKnowsWhetherTheCoordinatorKnows() {
    var sample = Sample.stable()
    sample.at(5000, .process(a, .killed))
    sample.picture.advance(toMs: 13_200)
    #expect(story(sample).why == [.silent(a, sinceMs: 3300)])
    sample.picture.advance(toMs: 13_400)
    #expect(story(sample).why == [.silentTooLong(a, sinceMs: 3300)])
    #expect(story(sample).next == [.sessionIsOver(a, limitMs: 10_000, others: [b, c])])
    // The simulation's coordinator is seen, and it would have acted.
    #expect(sample.story.why == [.silent(a, sinceMs: 3300)])
    sample.at(15_000, .memberRemoved(a, Sample.id(0), .sessionTimedOut))
    sample.at(
      15_000,
      .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Sample.id(0))))
    let told = story(sample)
    #expect(
      told.why.first
        == .cause(
          .sessionTimedOut(.slot(a), limitMs: 10_000, atMs: 15_000, sinceMs: 13_300),
          isOver: false))
    #expect(told.text(in: .english).why.text.contains("between 0:13.3 and 0:15.0"))
    #expect(told.text(in: .korean).why.text.contains("0:13.3와 0:15.0 사이에"))
  }

  @Test func nobodyIsLeftToHear() {
    var sample = Sample.stable()
    sample.at(5000, .process(a, .killed), .process(b, .killed), .process(c, .killed))
    sample.picture.advance(toMs: 14_000)
    for language in Language.allCases {
      #expect(!story(sample).text(in: language).next.isEmpty)
    }
    #expect(story(sample).next == [.sessionIsOver(a, limitMs: 10_000, others: [])])
  }

  @Test func howManyMustJoinIsNotSeen() {
    var sample = Sample.stable()
    sample.at(5000, .groupState(.preparingRebalance, Generation(1), nil))
    sample.at(5100, .joined(a), .joined(b), .joined(c))
    #expect(story(sample).next == [.waitsUnseen])
    #expect(sample.story.next == [.allJoined(leader: b)])
  }

  @Test func aProcessThatHangsAndABrokerThatIsSilent() {
    var sample = Sample.stable()
    sample.at(5000, .reporting(b, false))
    #expect(story(sample).why == [.hangs(b)])
    sample.at(6000, .brokerAnswered)
    sample.at(8000, .brokerSilent)
    #expect(story(sample).why == [.trouble(.brokerGone, detail: "")])
    #expect(story(sample).cost == [.stale(ageMs: 2000)])
  }

  @Test func whatCannotBeDoneIsNotTriedAgain() {
    var sample = Sample()
    sample.at(0, .health(.trouble(.impossible, detail: "x")))
    #expect(story(sample).next == [.notTried])
    #expect(story(sample).cost == [.unknown])
  }

  @Test func whoWasNeverLetInIsToldToMendIt() {
    for trouble in [Trouble.notLetIn, .untrusted] {
      var sample = Sample()
      sample.at(0, .health(.trouble(trouble, detail: "x")))
      #expect(story(sample).next == [.shutOut])
      // Whoever was let in once may be let in again.
      sample.at(1000, .brokerAnswered)
      #expect(story(sample).next == [.trying])
    }
  }

  @Test func aSentenceBeginsWithACapital() {
    var sample = Sample.stable()
    sample.at(5000, .groupState(.preparingRebalance, Generation(1), .newMember("stranger")))
    #expect(story(sample).text(in: .english).why.text.hasPrefix("Another member is new"))
  }
}

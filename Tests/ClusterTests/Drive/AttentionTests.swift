import Feed
import Testing

@testable import Cluster

struct AttentionTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)

  @Test func aBrokerThatFallsSilent() {
    var attention = Attention()
    #expect(attention.passed(60_000) == [])
    #expect(attention.failed(askedMs: 60_000) == [])
    #expect(!attention.hasBeenAnswered)
    #expect(attention.answered(61_000) == [.brokerAnswered])
    #expect(attention.answered(61_010) == [])
    #expect(attention.answered(61_300) == [.brokerAnswered])
    #expect(attention.passed(63_200) == [])
    #expect(attention.passed(63_400) == [.brokerSilent])
    #expect(attention.passed(64_000) == [])
    #expect(attention.answered(64_001) == [.brokerAnswered])
  }

  @Test func aRoundThatNobodyAnswered() {
    var attention = Attention()
    _ = attention.answered(1_000)
    // Another broker has answered meanwhile.
    #expect(attention.failed(askedMs: 900) == [])
    #expect(attention.failed(askedMs: 1_100) == [.brokerSilent])
    #expect(attention.failed(askedMs: 1_600) == [])
    #expect(attention.answered(1_700) == [.brokerAnswered])
  }

  @Test func aProcessThatHangs() {
    var attention = Attention()
    #expect(attention.heard(a, 1_000) == [])
    #expect(attention.heard(b, 2_500) == [])
    #expect(attention.passed(3_100) == [.reporting(a, false)])
    #expect(attention.passed(3_200) == [])
    #expect(attention.heard(a, 3_300) == [.reporting(a, true)])
    attention.ended(a)
    attention.ended(b)
    #expect(attention.passed(60_000) == [])
  }
}

import Feed
import Narration
import Testing

@Suite struct ParticleTests {
  @Test func particlesFollowTheLastSound() {
    let expected: [(String, String, String, String, String, String)] = [
      ("A", "는", "가", "를", "로", "와"), ("L", "은", "이", "을", "로", "과"),
      ("M", "은", "이", "을", "으로", "과"), ("N", "은", "이", "을", "으로", "과"),
      ("R", "는", "가", "를", "로", "와"), ("그룹", "은", "이", "을", "으로", "과"),
      ("리더", "는", "가", "를", "로", "와"), ("파티션 0", "은", "이", "을", "으로", "과"),
      ("파티션 1", "은", "이", "을", "로", "과"), ("파티션 2", "는", "가", "를", "로", "와"),
      ("파티션 10", "은", "이", "을", "으로", "과"), ("파티션 6", "은", "이", "을", "으로", "과"),
      ("세션(30초)", "는", "가", "를", "로", "와"), ("물", "은", "이", "을", "로", "과"),
      ("b", "는", "가", "를", "로", "와"), ("", "는", "가", "를", "로", "와"),
    ]
    for (word, topic, subject, object, toward, with) in expected {
      #expect(Particle.topic.text(after: word) == topic, "\(word)")
      #expect(Particle.subject.text(after: word) == subject, "\(word)")
      #expect(Particle.object.text(after: word) == object, "\(word)")
      #expect(Particle.toward.text(after: word) == toward, "\(word)")
      #expect(Particle.with.text(after: word) == with, "\(word)")
    }
  }

  @Test func timesAreWholeNumbersInDisguise() {
    #expect(TimeText.clock(ms: 24_049) == "0:24.0")
    #expect(TimeText.clock(ms: 3_725_900) == "1:02:05.9")
    let rough = [0, 119_999, 120_000, 7_199_999, 7_200_000].map {
      Language.english.figure.lasting(ms: $0)
    }
    #expect(rough == ["0 s", "119 s", "2 min", "119 min", "2 h"])
    #expect(TimeText.isNothing(ms: 49) && !TimeText.isNothing(ms: 50))
    #expect(TimeText.clock(ms: 61_000, tenths: false) == "1:01")
    #expect(TimeText.tenths(ms: 3_950) == "4.0")
    #expect(TimeText.tenths(ms: 49) == "0.0")
  }
}

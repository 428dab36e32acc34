import KafkaModel
import Testing

/// Ids are equal when their code units are, whatever Unicode says of the text.
struct IdTests {
  @Test func equalTextIsEqual() {
    for text in ["", "a", "peter-test06", String(repeating: "long-", count: 20), "토픽", "é"] {
      #expect(TopicName(text) == TopicName(String(decoding: Array(text.utf8), as: UTF8.self)))
    }
  }

  @Test func canonicallyEqualTextIsNot() {
    // Composed and decomposed; the Kelvin sign and K; two marks of different classes swapped,
    // which leaves the length as it is; the same padded to one length.
    let pairs = [
      ("\u{E9}", "e\u{301}"), ("\u{212A}", "K"), ("a\u{316}\u{301}", "a\u{301}\u{316}"),
      ("\u{212A}K", "K\u{212A}"), ("\u{37E}", ";"),
    ]
    for (a, b) in pairs {
      #expect(a == b, "Swift takes them for equal")
      #expect(TopicName(a) != TopicName(b))
      #expect(TopicName(b) != TopicName(a))
    }
    #expect(TopicName("peter-test06") != TopicName("peter-test07"))
    #expect(TopicName("peter") != TopicName("peter-"))
  }
}

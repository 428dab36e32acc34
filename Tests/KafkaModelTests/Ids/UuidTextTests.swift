import KafkaModel
import Testing

struct UuidTextTests {
  @Test func whatIsWrittenIsReadBack() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let id = Uuid(high: generator.next(), low: generator.next())
      #expect(Uuid(id.description) == id)
    }
    #expect(Uuid("AAAAAAAAAAAAAAAAAAAAAA") == .zero)
    for text in [
      "", "A", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA+", "한AAAAAAAAAAAAAAAAAAA",
    ] {
      #expect(Uuid(text) == nil)
    }
  }
}

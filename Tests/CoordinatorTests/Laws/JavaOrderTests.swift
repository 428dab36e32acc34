import KafkaModel
import Testing

/// Java's hash order, against numbers from a Java runtime's definition.
@Suite struct JavaOrderTests {
  @Test func hashCodesAreJavas() {
    #expect(JavaOrder.hashCode("") == 0)
    #expect(JavaOrder.hashCode("hello") == 99_162_322)
    #expect(JavaOrder.hashCode("polygenelubricants") == Int32.min)
    // Above the basic plane a letter is two UTF-16 units: D83D, DE00.
    #expect(JavaOrder.hashCode("\u{1F600}") == 0xD83D * 31 + 0xDE00)
    #expect(JavaOrder.hashCode(TopicPartition("hello", 2)) == 33 * 31 + 99_162_322)
  }

  @Test func tablesGrowAboveThreeQuarters() {
    let sizes = [0: 16, 12: 16, 13: 32, 24: 32, 25: 64, 48: 64, 49: 128]
    for (count, capacity) in sizes { #expect(JavaOrder.capacity(count: count) == capacity) }
  }

  @Test func theOrderIsByBucketThenInsertion() {
    // One-letter keys have their code as hash: "b" (98) falls in bucket 2, "r" (114) too.
    let ids: [MemberId] = ["r", "c", "b", "a", "p"]
    #expect(JavaOrder.ordered(ids).map(\.text) == ["p", "a", "r", "b", "c"])
    // In a table of 32 they part: "a" 1, "b" 2, "c" 3, "p" 16, "r" 18.
    #expect(
      JavaOrder.ordered(ids, largestCount: 13).map(\.text) == ["a", "b", "c", "p", "r"])
  }
}

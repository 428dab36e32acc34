import Feed
import KafkaModel
import Testing

/// Topics that grow and coordinators that move, as the picture shows them.
@Suite struct ChangeTests {
  @Test func `a partition that is added is not read, and nobody's by the plan in force`() {
    var fold = Fold(Story.start + Story.joined + Story.settled)
    fold.add(500, .topic(Story.topic, partitions: 4))
    fold.add(500, .partitionsAdded(Story.topic, partitions: 4))
    #expect(fold.statuses == [.read, .read, .read, .nobody])
    fold.picture.advance(toMs: 2_500)
    #expect(fold.picture.notReadMs(3) == 2_000)
    #expect(fold.picture.notReadMs(0) == nil)
  }

  @Test func `a topic of which no plan is known says nothing of its partitions`() {
    var fold = Fold(Story.start)
    fold.add(500, .topic(Story.topic, partitions: 4))
    #expect(fold.statuses == [.unknown, .unknown, .unknown, .unknown])
  }

  @Test func `the coordinator is where it has moved to, and readers read on`() {
    var fold = Fold(Story.start + Story.joined + Story.settled)
    fold.add(500, .coordinatorMoved(BrokerId(3)))
    #expect(fold.picture.facts?.coordinator == BrokerId(3))
    #expect(fold.statuses == [.read, .read, .read])
  }

  @Test func `who was not written down is removed without a word about its session`() {
    var fold = Fold(Story.start + Story.joined + Story.settled)
    fold.add(500, .memberRemoved(Story.c, Story.id(Story.c), .coordinatorMoved))
    #expect(fold.picture[Story.c].membership == .removed(.coordinatorMoved, atMs: 500))
    #expect(fold.picture[Story.c].expiredDueMs == nil)
  }
}

import KafkaModel
import Testing

@testable import regroup

/// The groups that `regroup bench` measures assignors with.
@Suite struct AssignLoadTests {
  @Test func whoIsLeftHasWhatItWasGiven() throws {
    for assignor in Assignors.all {
      let step = try AssignLoad.leaving(
        .client(assignor), members: 20, topics: 5, partitionsEach: 8)
      #expect(step.members.count == 20)
      let owned = step.members.flatMap(\.owned)
      #expect(owned.count < 40 && owned.count >= 32, "one has left with a share")
      let measured = try AssignBench.measure(step, .client(assignor), enoughUs: 0)
      #expect(measured.timesUs.count == 5)
      var digest = Fingerprint()
      for given in try step.assign(.client(assignor)).sorted(by: { $0.memberId < $1.memberId }) {
        digest.add(given.memberId.text)
        digest.add(try ConsumerAssignment(partitions: given.partitions).bytes())
      }
      #expect(measured.digest == digest, "what is measured is what is answered")
    }
  }

  @Test func eachWantsAHalfOfItsOwn() {
    let step = AssignLoad.halves(members: 30, topics: 10, partitionsEach: 4)
    #expect(step.members.allSatisfy { $0.topics.count == 5 && $0.topics == $0.topics.sorted() })
    #expect(step.members[0].topics != step.members[1].topics)
    let again = AssignLoad.halves(members: 30, topics: 10, partitionsEach: 4)
    #expect(step.members.map(\.memberId) == again.members.map(\.memberId))
  }
}

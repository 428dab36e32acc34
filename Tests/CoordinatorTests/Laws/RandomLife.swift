import KafkaModel

@testable import Coordinator

/// A group whose members do whatever a seed says, sense or not.
struct RandomLife {
  var broker = Broker()
  var ids: [MemberId] = []
  private var chance: SeededGenerator

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  mutating func step() {
    let id = ids.isEmpty ? "" : ids[Int(chance.int(in: 0...Int64(ids.count - 1)))]
    switch chance.int(in: 0...11) {
    case 0, 1: ids.append(broker.joinNew().id)
    case 2:
      let token = broker.join(instance: chance.chance(percent: 50) ? "a" : "b")
      if let answer = broker.joined(token) { ids.append(answer.memberId) }
    case 3, 4: broker.join(id, metadata: [UInt8(chance.int(in: 0...2))])
    case 5, 6:
      broker.sync(id, plan: ids.map { ($0, [UInt8(truncatingIfNeeded: broker.log.count)]) })
    case 7: broker.heartbeat(id)
    case 8: _ = broker.leave(id)
    case 9: _ = broker.commit(id, chance.int(in: 0...99), partition: 1)
    case 10: _ = broker.commit("", chance.int(in: 0...99), generation: -1)
    default:
      broker.advance(byMs: chance.int(in: 0...8000))
      if chance.chance(percent: 10) {
        broker.send(.deleteGroups(DeleteGroupsRequest(groupsNames: ["g"])))
      }
    }
  }
}

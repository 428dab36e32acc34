import Board
import Feed
import KafkaModel
import Narration

/// The moments of figures 6-4 and 6-5 that the tests look at.
enum Scenes {
  /// Three members, one partition each, all well.
  ///
  /// - Parameter more: tells more, at its time.
  static func calm(
    instanceIds: Bool = false, sessionMs: Int64 = 10_000, _ more: (inout Stage) -> Void = { _ in }
  ) -> Stage {
    var stage = Stage(sessionMs: sessionMs)
    stage.see(3, instanceIds: instanceIds)
    stage.rebalance(
      from: 200, generation: 1, cause: .groupWasEmpty(Stage.id(1)), shares: [[0], [1], [2]],
      members: [0, 1, 2])
    stage.at(3240, .leader(MemberSlot(1)))
    for second in stride(from: Int64(4), through: 19, by: 3) {
      stage.heartbeats([0, 1, 2], at: second * 1000 + 200, sessionMs: sessionMs)
      if second == 13 { more(&stage) }
    }
    stage.commitAll(at: 18_000)
    stage.advance(to: 19_500)
    return stage
  }

  static func dead() -> Stage {
    var stage = calm()
    stage.at(20_000, .process(MemberSlot(0), .killed))
    stage.heartbeats([1, 2], at: 22_200)
    stage.advance(to: 24_000)
    return stage
  }

  static func preparing() -> Stage {
    var stage = dead()
    stage.heartbeats([1, 2], at: 28_200)
    stage.at(29_200, .memberRemoved(MemberSlot(0), Stage.id(0), .sessionTimedOut))
    stage.at(
      29_200, .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Stage.id(0))))
    stage.at(29_200, .deadline(.join, dueMs: 329_200))
    stage.join(1, at: 30_200)
    stage.advance(to: 30_600)
    return stage
  }

  static func completing() -> Stage {
    var stage = preparing()
    stage.join(2, at: 31_000)
    stage.at(31_040, .groupState(.completingRebalance, Generation(2), nil))
    stage.at(31_040, .leader(MemberSlot(1)), .doing(MemberSlot(1), .assigning))
    stage.advance(to: 31_400)
    return stage
  }

  static func verdict() -> Stage {
    var stage = preparing()
    stage.at(30_900, .position(MemberSlot(0), stage.partitions[0], Offset(115)))
    stage.join(2, at: 31_000)
    stage.complete(at: 31_400, generation: 2, shares: [[0, 1], [2]], members: [1, 2])
    stage.start(at: 32_100, members: [1, 2])
    stage.heartbeats([1, 2], at: 34_200)
    stage.commitAll(at: 34_000)
    stage.advance(to: 36_000)
    return stage
  }

  /// Two healthy members exchanged their partitions: needless.
  static func needless() -> Stage {
    var stage = calm()
    stage.rebalance(
      from: 20_000, generation: 2, cause: .memberRejoined(Stage.id(0)),
      shares: [[0], [2], [1]], members: [0, 1, 2], readAt: 31_000)
    stage.advance(to: 33_000)
    return stage
  }

  /// Members × partitions of five topics; one member is dead, one is joining.
  static func large(members: Int = 40, partitions: Int32 = 500) -> Stage {
    let topics: [(TopicName, Int32)] = ["clicks", "views", "carts", "users", "errors"].map {
      ($0, partitions / 5)
    }
    var stage = Stage(topics: topics)
    stage.see(members)
    var shares = Array(repeating: [Int](), count: members)
    for place in 0..<Int(partitions) { shares[place % members].append(place) }
    stage.rebalance(
      from: 200, generation: 1, cause: .groupWasEmpty(Stage.id(0)), shares: shares,
      members: Array(0..<members))
    stage.heartbeats(Array(0..<members), at: 28_000)
    stage.at(30_000, .process(MemberSlot(3), .killed))
    stage.advance(to: 33_000)
    return stage
  }
}

import Board
import Feed
import KafkaModel
import Narration

/// A group that is looked at from outside: two members, which commit and read on.
enum WatchedStage {
  static let watch = Capabilities(
    kind: .watch, canTravel: false, canAct: false, seesCoordinator: false)

  static func model(_ language: Language = .english) -> BoardModel {
    var model = BoardModel(language: language, capabilities: watch)
    model.asking = Asking(place: "127.0.0.1:9092", everyMs: 1000)
    return model
  }

  /// Its last answer came at `ms`, and it is Stable since a second.
  static func calm(atMs ms: Int64, topics: [(TopicName, Int32)] = [("t", 4)]) -> Stage {
    var stage = Stage(topics: topics)
    stage.at(1000, .group(GroupFacts(groupId: "g", assignors: ["range"])))
    for index in 0..<2 {
      let (slot, name) = (MemberSlot(index), ["app-a", "app-b"][index])
      let identity = MemberIdentity(
        name: name, clientId: ClientId(name), host: "/h", isOurs: false)
      stage.at(1000, .memberSeen(slot, identity), .memberAdded(slot, Stage.id(index)))
    }
    stage.at(1000, .groupState(.stable, .none, nil))
    deal(&stage)
    stage.at(ms, .brokerAnswered)
    return stage
  }

  private static func deal(_ stage: inout Stage) {
    let list = stage.partitions
    let halves = [list[..<(list.count / 2)], list[(list.count / 2)...]].map { Array($0) }
    let shares = halves.enumerated().map { index, half in
      PlannedShare(slot: MemberSlot(index), memberId: Stage.id(index), partitions: half)
    }
    stage.at(1000, .plan(.none, shares))
    for (index, half) in halves.enumerated() {
      for partition in half {
        stage.at(1000, .readingStarted(MemberSlot(index), partition, Offset(0)))
        stage.at(1000, .logEnd(partition, LogEnd(offset: Offset(0))))
      }
      stage.at(1000, .doing(MemberSlot(index), .reading))
    }
  }
}

import Board
import Feed
import KafkaModel
import Testing

/// What `regroup describe` prints, against the source of the tool whose tables these are
/// (`ConsumerGroupCommand` of Kafka 4.x).
@Suite struct DescribeTextTests {
  private let calm = WatchedStage.calm(atMs: 10_000, topics: [("t", 2)])

  private func cells(_ line: String) -> [String] { line.split(separator: " ").map { String($0) } }

  @Test func verboseOffsetsHaveTheLeaderEpoch() {
    let plain = DescribeText(calm.picture, .offsets())
    #expect(plain.message == nil)
    #expect(
      plain.lines[1]
        == "GROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG"
        + "             CONSUMER-ID     HOST            CLIENT-ID")
    let verbose = DescribeText(calm.picture, .offsets(epochs: [7, nil]))
    #expect(
      verbose.lines[1]
        == "GROUP           TOPIC           PARTITION  LEADER-EPOCH    CURRENT-OFFSET  "
        + "LOG-END-OFFSET  LAG             CONSUMER-ID     HOST            CLIENT-ID")
    #expect(
      cells(verbose.lines[2])
        == ["g", "t", "0", "7", "0", "0", "0", "rdkafka-0", "/h", "app-a"])
    #expect(cells(verbose.lines[3])[3] == "-")
  }

  @Test func verboseStateHasTheEpochsOfNoClassicGroup() {
    let plain = DescribeText(calm.picture, .state(isVerbose: false))
    #expect(
      plain.lines[1]
        == "GROUP           COORDINATOR (ID)          ASSIGNMENT-STRATEGY  STATE                "
        + "#MEMBERS")
    let verbose = DescribeText(calm.picture, .state(isVerbose: true))
    #expect(
      verbose.lines[1]
        == "GROUP           COORDINATOR (ID)          ASSIGNMENT-STRATEGY  STATE                "
        + "GROUP-EPOCH     TARGET-ASSIGNMENT-EPOCH   #MEMBERS")
    #expect(cells(verbose.lines[2]).suffix(4) == ["Stable", "-", "-", "2"])
  }

  /// A broker of ours tells its address as its listener.
  @Test func theCoordinatorHasAnAddress() {
    var stage = calm
    let listener = Setting(GroupFacts.listenersKey, "h:9092", .broker)
    stage.at(
      11_000,
      .group(
        GroupFacts(
          groupId: "g", assignors: ["range"], coordinator: BrokerId(1), settings: [listener])))
    let text = DescribeText(stage.picture, .state(isVerbose: false))
    #expect(cells(text.lines[2]).prefix(3) == ["g", "h:9092", "(1)"])
  }

  @Test func overNoMembersStandsTheHeader() {
    var stage = calm
    for index in 0..<2 {
      stage.at(11_000, .memberRemoved(MemberSlot(index), Stage.id(index), .left))
    }
    stage.at(11_000, .groupState(.empty, .none, nil))
    let text = DescribeText(stage.picture, .members(isVerbose: false))
    #expect(text.message == "Consumer group 'g' has no active members.")
    #expect(
      text.lines == [
        "",
        "GROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS     ",
      ])
    // Their offsets are there still, and nobody's.
    let offsets = DescribeText(stage.picture, .offsets())
    for line in offsets.lines.dropFirst(2) { #expect(cells(line).suffix(3) == ["-", "-", "-"]) }
    #expect(offsets.lines.count == 4)
    stage.at(12_000, .groupState(.dead, .none, nil))
    #expect(DescribeText(stage.picture, .members(isVerbose: false)).lines.isEmpty)
  }

  @Test func aLogThatWasCutOffHasANegativeLag() {
    var stage = calm
    stage.at(11_000, .committed(TopicPartition("t", 0), Offset(9)))
    stage.at(11_000, .logEnd(TopicPartition("t", 0), LogEnd(offset: Offset(4))))
    #expect(cells(DescribeText(stage.picture, .offsets()).lines[2])[5] == "-5")
  }
}

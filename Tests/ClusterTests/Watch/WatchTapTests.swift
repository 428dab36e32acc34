import Feed
import Glibc
import KafkaModel
import KafkaWire
import Synchronization
import Testing

@testable import Cluster

/// A whole session is listened to: what a watching process sends, and how much of it.
@Suite struct WatchTapTests {
  /// ApiVersions opens a connection; the rest are questions.
  private static let questions: Set<ApiKey> = [
    .apiVersions, .findCoordinator, .metadata, .listGroups, .describeGroups, .offsetFetch,
    .listOffsets,
  ]

  private static let ranges: [(ApiKey, ClosedRange<Int16>)] = ApiKey.allCases.map {
    ($0, ApiSupport.versions(of: $0))
  }

  @Test func nothingButQuestionsIsAsked() throws {
    let cluster = TappedGroup()
    let broker = try FakeBroker(
      FakeBroker.listing(Self.ranges) { request, _ in
        cluster.answer(request)
      })
    cluster.port = broker.port
    let address = BrokerAddress(host: "127.0.0.1", port: broker.port)
    let options = WatchOptions(bootstrap: [address], group: "g", intervalMs: 100)
    let source = try WatchSource(options: options)
    for state in TappedGroup.course {
      cluster.state = state
      let before = broker.asked.count
      // Two refreshes at least see it.
      try wait(source) { _ in broker.asked.count >= before + 10 }
      if state == "moved" {
        // Whoever is not the coordinator any more says nothing of the group.
        try wait(source) { $0.failureDetail?.contains("NOT_COORDINATOR") == true }
        #expect(source.picture.state != .dead)
      }
      if state == "denied" {
        try wait(source) { $0.failureDetail?.contains("no permission for DescribeGroups") == true }
      }
    }
    _ = try GroupListing.list(of: [address])
    source.shutDown()
    let asked = broker.asked.map(\.request)
    #expect(Set(asked.map(\.apiKey)) == Self.questions)
    for case .metadata(let question) in asked { #expect(!question.allowAutoTopicCreation) }
    for case .offsetFetch(let question) in asked { #expect(question.groups[0].topics == nil) }
    try broker.stop()
  }

  @Test func aRefreshTakesFourRequestsAndSeldomMore() throws {
    let cluster = TappedGroup()
    let broker = try FakeBroker(
      FakeBroker.listing(Self.ranges) { request, _ in
        cluster.answer(request)
      })
    cluster.port = broker.port
    let address = BrokerAddress(host: "127.0.0.1", port: broker.port)
    let source = try WatchSource(
      options: WatchOptions(bootstrap: [address], group: "g", intervalMs: 3_600_000))
    try wait(source) { $0.picture.freshMs != nil }
    // The first one: versions, coordinator, group, offsets, leaders, ends.
    #expect(
      broker.asked.map(\.request.apiKey).sorted { $0.rawValue < $1.rawValue } == [
        .listOffsets, .metadata, .offsetFetch, .findCoordinator, .describeGroups, .apiVersions,
      ])
    source.shutDown()
    try broker.stop()
  }

  @Test func plainWordsForWhatCannotBeSeen() {
    let group: GroupId = "g"
    #expect(WatchFailure(.none, to: .describeGroups) == nil)
    for code in [
      ErrorCode.topicAuthorizationFailed, .groupAuthorizationFailed, .clusterAuthorizationFailed,
    ] {
      let failure = WatchFailure(code, to: .describeGroups)
      #expect(failure == .denied(.describeGroups, code))
      #expect(failure?.text(group) == "group 'g': no permission for DescribeGroups (\(code))")
      #expect(failure?.trouble == .refused)
    }
    #expect(WatchFailure.missing.text(group) == "group 'g' does not exist")
    #expect(WatchFailure.missing.trouble == nil)
    #expect(WatchFailure.notSpoken("consumer").trouble == .impossible)
    #expect(WatchFailure(.coordinatorLoadInProgress, to: .describeGroups)?.trouble == .brokerGone)
  }

  /// A group of the new protocol is not found by DescribeGroups, and listed with its type.
  @Test func aGroupOfAnotherProtocolIsNamed() throws {
    let cluster = TappedGroup()
    cluster.state = "missing"
    let broker = try FakeBroker(
      FakeBroker.listing(Self.ranges) { request, _ in
        cluster.answer(request)
      })
    cluster.port = broker.port
    let address = BrokerAddress(host: "127.0.0.1", port: broker.port)
    let source = try WatchSource(
      options: WatchOptions(bootstrap: [address], group: "new", intervalMs: 100))
    try wait(source) { $0.picture.health.isTrouble }
    guard case .trouble(.impossible, let detail) = source.picture.health else {
      Issue.record("\(source.picture.health)")
      return
    }
    #expect(detail.contains("'consumer'"))
    source.shutDown()
    try broker.stop()
  }

  /// Until something shows; the source wakes whoever waits.
  private func wait(_ source: WatchSource, until isSo: (WatchSource) -> Bool) throws {
    for _ in 0..<3_000 {
      _ = source.drain(toMs: source.nowMs)
      if isSo(source) { return }
      var ready = pollfd(fd: source.wakeDescriptor, events: Int16(POLLIN), revents: 0)
      poll(&ready, 1, 10)
    }
    Issue.record("it did not come; health \(source.picture.health)")
  }
}

extension WatchSource {
  /// Why nothing new is known.
  fileprivate var failureDetail: String? {
    if case .trouble(_, let detail) = picture.health { detail } else { nil }
  }
}

/// A group that goes through what a test says.
final class TappedGroup: Sendable {
  static let course = [
    "Stable", "PreparingRebalance", "CompletingRebalance", "Stable", "denied", "moved", "missing",
    "Empty", "Stable",
  ]

  private let now = Mutex<(state: String, port: Int)>(("Stable", 0))

  var state: String {
    get { now.withLock { $0.state } }
    set { now.withLock { $0.state = newValue } }
  }
  var port: Int {
    get { now.withLock { $0.port } }
    set { now.withLock { $0.port = newValue } }
  }

  func answer(_ request: Request) -> FakeBroker.Reaction {
    let port = Int32(port)
    switch request {
    case .findCoordinator:
      return .answer(
        .findCoordinator(
          FindCoordinatorResponse(coordinators: [
            .init(key: "g", nodeId: BrokerId(1), host: "127.0.0.1", port: port)
          ])))
    case .metadata:
      return .answer(
        .metadata(
          MetadataResponse(
            brokers: [.init(nodeId: BrokerId(1), host: "127.0.0.1", port: port)],
            topics: [
              .init(
                name: "t",
                partitions: (0..<2).map { .init(partitionIndex: $0, leaderId: BrokerId(1)) })
            ])))
    case .listGroups:
      return .answer(
        .listGroups(
          ListGroupsResponse(groups: [
            .init(
              groupId: "new", protocolType: "consumer", groupState: "Stable", groupType: "Consumer")
          ])))
    case .describeGroups: return .answer(.describeGroups(.init(groups: [described])))
    case .offsetFetch:
      return .answer(
        .offsetFetch(
          OffsetFetchResponse(groups: [
            .init(
              groupId: "g",
              topics: [
                .init(
                  name: "t",
                  partitions: (0..<2).map { .init(partitionIndex: $0, committedOffset: Offset(3)) })
              ])
          ])))
    case .listOffsets:
      return .answer(
        .listOffsets(
          ListOffsetsResponse(topics: [
            .init(
              name: "t", partitions: (0..<2).map { .init(partitionIndex: $0, offset: Offset(5)) })
          ])))
    default: return .close
    }
  }

  private var described: DescribeGroupsResponse.Group {
    switch state {
    case "denied": .init(errorCode: .groupAuthorizationFailed, groupId: "g")
    case "moved":
      .init(errorCode: .notCoordinator, groupId: "g", groupState: GroupState.dead.rawValue)
    case "missing": .init(errorCode: .groupIdNotFound, groupId: "g")
    case let state:
      .init(
        groupId: "g", groupState: state, protocolType: "consumer",
        members: state == "Empty" ? [] : [.init(memberId: "m", clientId: "c", clientHost: "/h")])
    }
  }
}

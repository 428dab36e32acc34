import KafkaModel
import KafkaWire
import Testing

@Suite("Messages that versions shape differently")
struct MessageShapeTests {
  @Test("versions before batching have room for exactly one element")
  func exactlyOne() throws {
    let none = Request.leaveGroup(LeaveGroupRequest(groupId: "g", members: []))
    let two = Request.findCoordinator(FindCoordinatorRequest(coordinatorKeys: ["a", "b"]))
    #expect(throws: WireError(.notExactlyOne(0), field: "members")) {
      try WireCodec.encode(none, version: 2, correlationId: 1, clientId: nil)
    }
    #expect(throws: WireError(.notExactlyOne(2), field: "coordinator_keys")) {
      try WireCodec.encode(two, version: 3, correlationId: 1, clientId: nil)
    }
    for (request, version) in [(none, 3), (two, 4)] as [(Request, Int16)] {
      let bytes = try WireCodec.encode(
        request, version: version, correlationId: 1, clientId: nil)
      #expect(try WireCodec.decodeRequest(bytes).request == request)
    }
  }

  @Test("nil is written as empty where a version has no null")
  func noNull() throws {
    let answer = Response.joinGroup(JoinGroupResponse(errorCode: .unknownMemberId))
    for (version, expected) in [(6, ""), (7, nil)] as [(Int16, String?)] {
      let bytes = try WireCodec.encode(answer, version: version, correlationId: 1)
      let back = try WireCodec.decodeResponse(bytes, api: .joinGroup, version: version).response
      guard case .joinGroup(let join) = back else { throw WireError(.notOnTheWire) }
      #expect(join.protocolName == expected)
      #expect(join.errorCode == .unknownMemberId)
    }
  }

  @Test("null and empty records stay what they are; a simulated run is never sent")
  func records() throws {
    for records in [FetchedRecords.empty, .batches([]), .batches([1, 2])] {
      // Later ones have topics without names.
      for version in ApiSupport.versions(of: .fetch) where version < 13 {
        let answer = fetched(records)
        let bytes = try WireCodec.encode(answer, version: version, correlationId: 1)
        let back = try WireCodec.decodeResponse(bytes, api: .fetch, version: version).response
        #expect(back == answer)
      }
    }
    let run = RecordRun(firstOffset: Offset(0), nextOffset: Offset(1), count: 1)
    #expect(
      throws: WireError(.notOnTheWire, field: "responses[0].partitions[0].records")
    ) { try WireCodec.encode(fetched(.run(run)), version: 12, correlationId: 1) }
  }

  @Test("tagged fields: kept where the message has room for them, skipped elsewhere")
  func taggedFields() throws {
    let tags = [TaggedField(tag: 1, bytes: [1, 2]), TaggedField(tag: 300, bytes: [])]
    let versions = Response.apiVersions(ApiVersionsResponse(tagged: tags))
    let bytes = try WireCodec.encode(versions, version: 3, correlationId: 1)
    #expect(
      try WireCodec.decodeResponse(bytes, api: .apiVersions, version: 3).response == versions)
    // Heartbeat v4 answer with a tag in its header and one in its body.
    let beat: [UInt8] = [0, 0, 0, 1, 1, 7, 2, 8, 8, 0, 0, 0, 5, 0, 27, 1, 0, 1, 9]
    let (id, response) = try WireCodec.decodeResponse(beat, api: .heartbeat, version: 4)
    #expect(id == 1)
    #expect(
      response
        == .heartbeat(HeartbeatResponse(throttleTimeMs: 5, errorCode: .rebalanceInProgress)))
  }

  @Test("the one tagged field that is read: topic_config_error_code")
  func topicConfigError() throws {
    let topic = CreateTopicsResponse.Topic(
      name: "t", topicConfigErrorCode: .topicAuthorizationFailed, topicId: Uuid(high: 1, low: 2))
    let answer = Response.createTopics(CreateTopicsResponse(topics: [topic]))
    let bytes = try WireCodec.encode(answer, version: 7, correlationId: 1)
    #expect(
      try WireCodec.decodeResponse(bytes, api: .createTopics, version: 7).response == answer)
  }

  @Test("fields as lines of text")
  func lines() throws {
    let request = Request.offsetCommit(
      OffsetCommitRequest(
        groupId: "g", generationId: Generation(3), memberId: "m",
        topics: [
          .init(name: "t", partitions: [.init(partitionIndex: 1, committedOffset: Offset(42))])
        ]))
    #expect(
      try WireCodec.fields(of: request, version: 7).lines == [
        "group_id: \"g\"", "generation_id_or_member_epoch: 3", "member_id: \"m\"",
        "group_instance_id: null", "topics[0]", "  name: \"t\"", "  partitions[0]",
        "    partition_index: 1", "    committed_offset: 42", "    committed_leader_epoch: -1",
        "    committed_metadata: \"\"",
      ])
    let beat = Response.heartbeat(HeartbeatResponse(errorCode: .rebalanceInProgress))
    #expect(
      try WireCodec.fields(of: beat, version: 0).lines == [
        "error_code: 27 REBALANCE_IN_PROGRESS"
      ])
    let describe = Request.describeGroups(DescribeGroupsRequest(groups: ["a", "b"]))
    #expect(try WireCodec.fields(of: describe, version: 0).lines == ["groups: [\"a\", \"b\"]"])
    let hostile = Request.describeGroups(DescribeGroupsRequest(groups: ["\u{1B}[31m\n"]))
    let escaped = #"groups: ["\u{1B}[31m\n"]"#
    #expect(try WireCodec.fields(of: hostile, version: 0).lines == [escaped])
  }

  private func fetched(_ records: FetchedRecords) -> Response {
    let partition = FetchResponse.Partition(
      partitionIndex: 0, highWatermark: Offset(3), records: records)
    return .fetch(
      FetchResponse(responses: [.init(name: "t", partitions: [partition])]))
  }
}

import Export
import KafkaModel

/// Reads one step of a line.
struct StepReader {
  private let line: FieldReader
  private let step: FieldReader
  private let limits: CaseReader.Limits

  init(_ line: FieldReader, _ step: FieldReader, _ limits: CaseReader.Limits) {
    self.line = line
    self.step = step
    self.limits = limits
  }

  func read() throws(FieldError) -> AssignStep {
    let fields = try step.required("members").items
    var members: [AssignStep.Claimant] = []
    var places = Index<String, Int>()
    var instances = Index<InstanceId, Bool>()
    for field in fields {
      let member = try self.member(field)
      if member.memberId.text.isEmpty {
        throw FieldError(field: field.path + ".id", text: "empty")
      }
      if places.contains(member.memberId.text) {
        throw FieldError(
          field: field.path + ".id", text: "two members have the id '\(member.memberId)'")
      }
      if let instance = member.groupInstanceId {
        if instances.contains(instance) {
          throw FieldError(
            field: field.path + ".instanceId", text: "two members have the instance '\(instance)'")
        }
        instances[instance] = true
      }
      places[member.memberId.text] = members.count
      members.append(member)
    }
    let topics = try self.topics()
    if members.count * topics.count > CaseReader.greatestPairCount {
      throw try step.required("members").error(
        "\(members.count) of them and \(topics.count) topics are too many")
    }
    var topicPlaces = Index<String, Int>()
    for (place, topic) in topics.enumerated() { topicPlaces[topic.name.text] = place }
    return AssignStep(
      members: members, topics: topics, topicIds: try topicIds(),
      memberOrder: try order("memberOrder", places, count: members.count),
      topicOrder: try order("topicOrder", topicPlaces, count: topics.count))
  }

  /// The step's own, or those of the whole line.
  private func topics() throws(FieldError) -> [AssignmentTopic] {
    guard let field = step["topics"] ?? line["topics"] else {
      throw FieldError(field: step.path.isEmpty ? "topics" : step.path + ".topics", text: "missing")
    }
    let racks = step["partitionRacks"] ?? (step["topics"] == nil ? line["partitionRacks"] : nil)
    let rackFields = try racks?.index
    var topics: [AssignmentTopic] = []
    var isNamed = Index<String, Bool>()
    var total = 0
    for topic in try field.fields {
      if isNamed.contains(topic.name) { throw topic.field.error("named twice") }
      isNamed[topic.name] = true
      try topic.field.checkName(topic.name)
      let count = try CaseReader.Limits.count(topic.field)
      total += Int(count)
      if total > CaseReader.greatestPartitionCount {
        throw topic.field.error("more than \(CaseReader.greatestPartitionCount) partitions in all")
      }
      var replicas: [[String]] = []
      if let list = rackFields?[topic.name] {
        for partition in try list.items { replicas.append(try self.racks(partition)) }
      }
      topics.append(
        AssignmentTopic(name: TopicName(topic.name), partitionCount: count, racks: replicas))
    }
    return topics.sorted { $0.name < $1.name }
  }

  /// A broker without a rack is null.
  private func racks(_ partition: FieldReader) throws(FieldError) -> [String] {
    var result: [String] = []
    for rack in try partition.items where rack.value != .null { result.append(try rack.name) }
    return result
  }

  private func member(_ field: FieldReader) throws(FieldError) -> AssignStep.Claimant {
    let generation = try field["generation"].map { (field) throws(FieldError) in
      Generation(try field.number)
    }
    var subscriptionGeneration = generation ?? .none
    if case .object(let members) = field.value,
      members.contains(where: { $0.name == "subscriptionGeneration" })
    {
      subscriptionGeneration = Generation(try field["subscriptionGeneration"]?.number ?? -1)
    }
    var owned: [TopicPartition] = []
    for place in try field["owned"]?.items ?? [] { owned.append(try partition(place)) }
    var topics: [TopicName] = []
    for topic in try field.required("subscription").items {
      topics.append(TopicName(try topic.name))
    }
    return AssignStep.Claimant(
      memberId: MemberId(try field.required("id").text),
      groupInstanceId: try field["instanceId"].map { (field) throws(FieldError) in
        InstanceId(try field.text)
      },
      rackId: try field["rack"]?.name, topics: topics,
      owned: owned, generation: generation, subscriptionGeneration: subscriptionGeneration)
  }

  private func partition(_ field: FieldReader) throws(FieldError) -> TopicPartition {
    let parts = try field.items
    guard parts.count == 2 else { throw field.error("[topic, number] is expected") }
    let partition = TopicPartition(TopicName(try parts[0].name), try parts[1].number)
    if partition.partition < 0 { throw field.error("partition \(partition.partition)") }
    guard limits.allows(partition) else { throw field.error("there is no partition \(partition)") }
    return partition
  }

  /// A list that names each of `places` once.
  private func order(
    _ name: String, _ places: Index<String, Int>, count: Int
  ) throws(FieldError) -> [Int]? {
    guard let field = step[name] else { return nil }
    var order: [Int] = []
    var isNamed = Array(repeating: false, count: count)
    for item in try field.items {
      guard let place = places[try item.text], !isNamed[place] else {
        throw item.error("unknown, or named twice")
      }
      isNamed[place] = true
      order.append(place)
    }
    let missing = count - order.count
    if missing > 0 { throw field.error("\(missing) \(missing == 1 ? "is" : "are") missing") }
    return order
  }

  private func topicIds() throws(FieldError) -> [(name: String, id: Uuid)] {
    guard let field = step["topicIds"] ?? line["topicIds"] else { return [] }
    var result: [(name: String, id: Uuid)] = []
    for topic in try field.fields {
      guard let id = Uuid(try topic.field.text) else {
        throw topic.field.error("22 digits of URL-safe base64 are expected")
      }
      result.append((topic.name, id))
    }
    return result
  }
}

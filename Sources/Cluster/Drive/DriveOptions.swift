import Client
import KafkaModel
import KafkaSecurity

/// What `regroup drive` was asked for.
public struct DriveOptions: Hashable, Sendable {
  /// A topic and how many partitions it is made with.
  public struct TopicWish: Hashable, Sendable {
    public var name: String
    public var partitions: Int32

    public init(name: String, partitions: Int32) {
      self.name = name
      self.partitions = partitions
    }

    /// `NAME:PARTITIONS`, or a name alone for four partitions; nil where it is neither.
    public init?(_ text: String) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard let name = parts.first, DriveOptions.isName(String(name)), parts.count <= 2 else {
        return nil
      }
      guard let count = parts.count == 2 ? Int32(parts[1]) : 4, (1...1_000).contains(count) else {
        return nil
      }
      self.init(name: String(name), partitions: count)
    }
  }

  public var bootstrap: [BrokerAddress]
  /// Empty: one topic with a name of its own.
  public var topics: [TopicWish] = []
  /// nil: a group with a name of its own.
  public var group: String?
  public var members = 3
  /// The members by name, in the order of their letters; nil: as many as `members` says, all
  /// alike.
  public var cast: [CastMember]?
  /// Each member has a `group.instance.id` (KIP-345); counts where there is no `cast`.
  public var isStatic = false
  /// Records a second for each partition; nil: 5 where the topics are ours, else none.
  public var produceRatePerSecond: Int64?
  /// What each member works off.
  public var processRatePerSecond: Int64 = 1_000
  /// `key=value` of a consumer's settings, in their order.
  public var settings: [String] = []
  /// Members write what they make of what they read, in transactions; nil: they only read.
  public var transactions: TransactionWish?
  /// Topics and a group that are there already may be used.
  public var allowForeign = false
  public var caps = VersionCaps()
  /// How to connect, for the drive and its members.
  public var connection = ConnectionConfig()
  /// Program and command of a member process; its options are put after it.
  public var memberCommand: [String]
  /// `KEY=value`, for the member processes.
  public var environment: [String]
  /// Tells the names and the members' choices of this run from another's.
  public var seed: UInt64

  public init(
    bootstrap: [BrokerAddress], memberCommand: [String], environment: [String], seed: UInt64
  ) {
    self.bootstrap = bootstrap
    self.memberCommand = memberCommand
    self.environment = environment
    self.seed = seed
  }

  /// All that is made carries it, so that it can be told from what is somebody else's.
  public static let prefix = "regroup-"
  public static let mostMembers = 64

  /// Kafka's rule for topic names (`Topic.validate`), which groups follow here too.
  static func isName(_ text: String) -> Bool {
    let isLegal = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains(byte)
    }
    return isLegal && (1...200).contains(text.utf8.count) && text != "." && text != ".."
  }

  static func prefixed(_ name: String) -> String {
    name.hasPrefix(prefix) ? name : prefix + name
  }
}

extension DriveOptions {
  /// What is wrong with the options, in words; nil where they will do.
  public var fault: String? {
    if !(1...Self.mostMembers).contains(cast?.count ?? members) {
      return "--members must be from 1 to \(Self.mostMembers)"
    }
    if let rate = produceRatePerSecond, !(0...10_000).contains(rate) {
      return "--produce-rate must be from 0 to 10000 records a second for each partition"
    }
    if !(1...100_000).contains(processRatePerSecond) {
      return "--process-rate must be from 1 to 100000 records a second"
    }
    if let group, !Self.isName(group) { return "--group: no name for a group: \(group)" }
    for topic in topics where !Self.isName(topic.name) || !(1...1_000).contains(topic.partitions) {
      return "--topic \(topic.name):\(topic.partitions): a name of up to 200 letters, digits, "
        + "'.', '_' and '-', and 1 to 1000 partitions"
    }
    let names = topics.map { Self.prefixed($0.name) }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      return "--topic: \(name) is named twice"
    }
    return settingsFault ?? transactionsFault
  }

  private var settingsFault: String? {
    for key in ["group.id", "client.id", "group.instance.id"]
    where settings.contains(where: { $0.hasPrefix(key + "=") }) {
      return "-X \(key): every member gets its own from regroup"
    }
    var config = ConsumerConfig(groupId: "group", clientId: "client", topics: [])
    do throws(ConfigError) {
      try config.set(settings)
    } catch {
      return "-X \(error)"
    }
    return nil
  }

  /// The first line to print where the drive may join what is somebody else's; else nil.
  public var warning: String? {
    guard allowForeign else { return nil }
    let what = topics.isEmpty ? "" : " on " + topics.map(\.name).joined(separator: ", ")
    let group = group.map { "group \($0)" } ?? "a group of its own"
    let produces = (produceRatePerSecond ?? 0) > 0 ? ", and produces records" : ""
    let output = outputWish(partitions: 1).map { ", write to \($0.name)" } ?? ""
    return "regroup drive writes to this cluster: members join \(group)\(what)\(output), "
      + "commit offsets\(produces)."
  }

  /// Where names were given, those that are made of them; nil where somebody else's may be meant.
  public var madeNames: String? {
    if allowForeign || (group == nil && topics.isEmpty) { return nil }
    return ([Self.prefixed(group ?? tag)] + topics.map { Self.prefixed($0.name) })
      .joined(separator: " · ")
  }

  /// Says what becomes of given names that do not show whose they are; else nil.
  public var renaming: String? {
    if allowForeign { return nil }
    var words: [String] = []
    let output = outputWish(partitions: 1).map { [$0] } ?? []
    for topic in topics + output where Self.prefixed(topic.name) != topic.name {
      words.append("topic \(topic.name) is made as \(Self.prefixed(topic.name))")
    }
    if let group, Self.prefixed(group) != group {
      words.append("group \(group) is \(Self.prefixed(group))")
    }
    if words.isEmpty { return nil }
    return
      "regroup drive: \(words.joined(separator: ", ")); --allow-foreign takes names as they are."
  }

  /// Six letters that tell this run from others.
  public var tag: String {
    var generator = SeededGenerator(seed: seed)
    return String(generator.uuid().prefix(6))
  }
}

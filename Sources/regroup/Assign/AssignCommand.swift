import ArgumentParser
import KafkaModel

/// `regroup assign`: an assignor by itself.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Divides partitions among members, as Kafka's assignors do.",
    discussion: """
      By hand, a grid: a row a member, a column a topic; '.' nothing of it, '-' not subscribed.
      With --owned also what was kept, what moved, what is new, and what is nobody's until its
      old owner has revoked it (cooperative-sticky).

      From a file or standard input, JSON Lines: {"id","assignor","steps":[{"members":[{"id",
      "subscription":[...],"instanceId","rack","owned":[[topic,number],...],"generation"}],
      "topics":{name:count},"partitionRacks"}]}. Prints {"id","step","assignment"} for each step,
      counted from 0, or {"id","step","error","message"} where Kafka throws. "memberOrder" and
      "topicOrder" are used when given, else computed as Java's hash maps would have them. With
      "side":"server" the broker's uniform and range (KIP-848). A line that cannot be used is
      named on standard error, and the exit status is then 2; the others are not affected.

      EXAMPLES
        regroup assign --assignor range --topic orders:6 --member a --member b --member c
        regroup assign --assignor roundrobin --topic t:4 --topic u:2 --member a:t --member b@host-1
        regroup assign --assignor sticky --topic t:4 --member a --member b --owned a:t-0,t-1
        regroup assign cases.jsonl
        regroup assign --bench cases.jsonl
      """)

  @Argument(help: ArgumentHelp("JSON Lines; - is standard input.", valueName: "file"))
  var file: String?

  @Option(help: "One of \(AssignRule.names).")
  var assignor: String?

  @Option(
    help: ArgumentHelp("A topic and its partitions.", valueName: "topic:partitions"),
    transform: Arguments.topic)
  var topic: [TopicArgument] = []

  @Option(
    help: ArgumentHelp(
      "A member, its topics (all, if none is named) and its instance id.",
      valueName: "member[:t,t][@instance]"),
    transform: AssignCommand.member)
  var member: [MemberArgument] = []

  @Option(
    help: ArgumentHelp("What a member had before.", valueName: "member:topic-0,topic-1"),
    transform: AssignCommand.owned)
  var owned: [OwnedArgument] = []

  @Option(help: ArgumentHelp("Measures the steps of a file of JSON Lines.", valueName: "file"))
  var bench: String?

  static func member(_ text: String) throws -> MemberArgument {
    guard let member = MemberArgument(text) else {
      throw ValidationError("it must be \(MemberArgument.form)")
    }
    return member
  }

  static func owned(_ text: String) throws -> OwnedArgument {
    guard let owned = OwnedArgument(text) else {
      throw ValidationError("it must be \(OwnedArgument.form)")
    }
    return owned
  }

  mutating func run() throws {
    let isDrawn = assignor != nil || !topic.isEmpty || !member.isEmpty || !owned.isEmpty
    if (file == nil ? 0 : 1) + (bench == nil ? 0 : 1) + (isDrawn ? 1 : 0) > 1 {
      throw Failure.usage("a file, --bench, or --assignor with topics and members: one of them")
    }
    if isDrawn { return try draw() }
    if let bench { return try AssignLines.run(path: bench, isBench: true) }
    try AssignLines.run(path: file ?? "-", isBench: false)
  }

  private func draw() throws {
    let group = try AssignGroup(assignor: assignor, topics: topic, members: member, owned: owned)
    var output = Output()
    do {
      let result = try group.step.assign(group.rule)
      for line in AssignGrid(step: group.step, result: result).lines { try output.line(line) }
    } catch let error as AssignorError {
      throw Failure.failed("\(error.exceptionName): \(error)")
    }
    try output.flush()
  }
}

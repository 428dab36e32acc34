import ArgumentParser
import Endpoint
import Feed
import Glibc
import Narration

/// `regroup serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Lets Kafka clients join a group on the screen; no Kafka is needed.",
    discussion: """
      A broker of one node, in memory: topics, records and groups are gone when it ends. Clients
      of any kind (confluent-kafka, kafka-python, aiokafka, kcat, Java) are given its address as
      bootstrap.servers. The coordinator is the simulation's; clients and protocol are real.

      With --spawn the program starts clients itself, as processes of their own: k is a real SIGKILL
      then, s stops one as a whole (SIGSTOP), x has it close, r starts it again. They end with the
      program, however that ends. A script of your own gets BOOTSTRAP TOPICS GROUP CLIENT_ID.

      h holds the coordinator's answers back: JoinGroup's at first, :hold sync or :hold heartbeat
      choose others, h again lets go. x removes a member, as an administrator does.

      EXAMPLES
        regroup serve
        regroup serve --listen 127.0.0.1:19092 --topic orders:6 --produce-rate 5
        regroup serve -X group.initial.rebalance.delay.ms=0 --group peter-consumer01
        regroup serve --spawn 3 --script static --produce-rate 5
        kcat -b 127.0.0.1:9092 -G peter-consumer01 peter-test06

      SETTINGS FOR -X
        \(BrokerSettings.keys.joined(separator: "\n  "))
      """)

  @OptionGroup var group: ServeArguments

  @OptionGroup var live: LiveOptions

  mutating func run() throws {
    let options = try group.options()
    let performance = try live.performance()
    let warnings = try group.warnings()
    let play = try ServePlay.play(
      options, historyMs: live.history, anonymizer: live.look.anonymizer)
    for warning in warnings {
      Output.writeAll(Array("regroup: warning: \(warning)\n".utf8), to: STDERR_FILENO)
    }
    try performance.give(play, plainFor: live.plainLength)
  }
}

/// A play of clients that others wrote.
enum ServePlay {
  /// What the home screen opens: at Kafka's usual port, or at any other where that is taken.
  static func standard(anonymizer: Anonymizer?) throws -> Play {
    var options = ServeOptions(
      endpoint: EndpointConfig(), topics: [ServeArguments.standardTopic])
    options.endpoint.port = 9092
    options.endpoint.seed = UInt64.random(in: 0 ... .max)
    do {
      return try play(options, anonymizer: anonymizer)
    } catch {
      options.endpoint.port = 0
      return try play(options, anonymizer: anonymizer)
    }
  }

  static func play(
    _ options: ServeOptions, historyMs: Int64? = nil, anonymizer: Anonymizer? = nil
  ) throws -> Play {
    do throws(EndpointFailure) {
      let source = try ServeSource(
        options, historyMs: historyMs ?? 3_600_000, anonymizer: anonymizer)
      let place = "\(options.endpoint.advertisedHost ?? options.endpoint.host):\(source.port)"
      return .serve(
        source,
        title: anonymizer == nil
          ? Localized(english: "Kafka clients at \(place)", korean: "\(place)의 카프카 클라이언트")
          : Localized(english: "Kafka clients", korean: "카프카 클라이언트"))
    } catch {
      throw error.isWrongUse ? Failure.usage(error.description) : .failed(error.description)
    }
  }
}

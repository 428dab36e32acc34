import ArgumentParser
import Endpoint
import Glibc

/// `regroup broker`: a broker of our own, for tests of what speaks to brokers.
struct BrokerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broker",
    abstract: "A broker of one node, in memory, with the coordinator of the simulation.",
    discussion: """
      Prints one line, "listening on HOST:PORT", and runs until standard input ends. A line
      "restart MS" there breaks all connections and brings the broker back after that time with
      what it had written.

      EXAMPLES
        regroup broker --listen 127.0.0.1:9092 --topic orders:6
        regroup broker -X group.initial.rebalance.delay.ms=0 --metadata-delay 300
      """,
    shouldDisplay: false)

  @OptionGroup var group: BrokerArguments

  mutating func run() throws {
    let config = try group.config()
    do {
      let endpoint = try Endpoint(config)
      for topic in group.topic {
        try endpoint.makeTopic(topic.name, partitions: topic.partitions)
      }
      var output = Output()
      try output.line("listening on \(config.host):\(endpoint.port)")
      try output.flush()
      while let line = readLine() { obey(line, endpoint) }
      endpoint.stop()
    } catch let failure as EndpointFailure {
      throw failure.isWrongUse ? Failure.usage("\(failure)") : .failed("\(failure)")
    }
  }

  private func obey(_ line: String, _ endpoint: Endpoint) {
    let words = line.split(separator: " ")
    guard words.count == 2, words[0] == "restart", let afterMs = Int64(words[1]), afterMs >= 0
    else {
      Output.writeAll(
        Array("regroup: '\(line)' is no order: restart MS\n".utf8), to: STDERR_FILENO)
      return
    }
    endpoint.restart(afterMs: afterMs)
  }
}

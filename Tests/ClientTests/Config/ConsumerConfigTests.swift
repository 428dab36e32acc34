import Client
import Testing

struct ConsumerConfigTests {
  static func fresh() -> ConsumerConfig {
    ConsumerConfig(groupId: "g", clientId: "c", topics: ["b", "a"])
  }

  @Test func defaultsAreKafkas() {
    let config = Self.fresh()
    #expect(config.topics == ["a", "b"])
    #expect(config.sessionTimeoutMs == 45_000 && config.maxPollIntervalMs == 300_000)
  }

  @Test func everyKeyIsKnownAndTakesAValue() throws {
    let values = [
      "true", "none", "earliest", "read_committed", "range", "44999", "some-text",
    ]
    for key in ConsumerConfig.keys {
      var config = Self.fresh()
      let before = config
      let taken = values.contains { value in
        config = before
        try? config.set(key, value)
        return config != before
      }
      let isChoiceOfOne = key == "partition.assignment.strategy" || key == "enable.auto.commit"
      #expect(taken || isChoiceOfOne, "\(key)")
      if isChoiceOfOne { try config.set(key, key.hasPrefix("p") ? "range" : "false") }
    }
  }

  @Test func badValuesAreNamedAndChangeNothing() {
    let cases = [
      ("session.timeout.ms", "soon"), ("session.timeout.ms", "0"),
      ("session.timeout.ms", "3000"), ("heartbeat.interval.ms", "45000"),
      ("max.poll.records", "-1"), ("fetch.min.bytes", "99999999999"),
      ("enable.auto.commit", "yes"), ("auto.offset.reset", "newest"),
      ("partition.assignment.strategy", "range,nonsense"), ("group.id", ""),
      ("no.such.key", "1"),
    ]
    for (key, value) in cases {
      var config = Self.fresh()
      let error = #expect(throws: ConfigError.self) { try config.set(key, value) }
      #expect(error?.description.hasPrefix("\(key)=\(value): ") == true)
      #expect(error?.description.contains("\n") == false)
      #expect(config == Self.fresh())
    }
  }
}

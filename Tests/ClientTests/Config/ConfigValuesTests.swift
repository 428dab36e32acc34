import Testing

@testable import Client

struct ConfigValuesTests {
  @Test func `every setting that can be set says what it is`() throws {
    var config = ConsumerConfig(
      groupId: "g", clientId: "c", groupInstanceId: "i", topics: ["t"])
    config.clientRack = "r"
    config.assignors = ["sticky", "range"]
    config.fetchMinBytes = 17
    for key in ConsumerConfig.keys {
      let value = try #require(config.value(key), "\(key)")
      var copy = config
      try copy.set(key, value)
      #expect(copy == config, "\(key)")
    }
    #expect(config.value("partition.assignment.strategy") == "sticky,range")
    #expect(config.value("fetch.min.bytes") == "17" && config.value("no.such") == nil)
  }
}

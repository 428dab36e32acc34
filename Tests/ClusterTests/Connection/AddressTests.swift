import Testing

@testable import Cluster

struct AddressTests {
  @Test func addresses() {
    #expect(BrokerAddress("localhost:9092") == BrokerAddress(host: "localhost", port: 9_092))
    #expect(BrokerAddress("[::1]:1") == BrokerAddress(host: "::1", port: 1))
    #expect(BrokerAddress("[::1]:1")?.description == "[::1]:1")
    for text in ["", "host", "host:", ":9092", "host:0", "host:65536", "::1:9092", "a b:1"] {
      #expect(BrokerAddress(text) == nil, "\(text)")
    }
    #expect(BrokerAddress.list("a:1,b:2")?.map(\.description) == ["a:1", "b:2"])
    #expect(BrokerAddress.list("a:1,,b:2") == nil)
    #expect(BrokerAddress.list("") == nil)
  }

  @Test func caps() throws {
    let caps = try #require(VersionCaps("SyncGroup=3,JoinGroup=5"))
    #expect(caps[.joinGroup] == 5)
    #expect(caps[.syncGroup] == 3)
    #expect(caps[.fetch] == nil)
    #expect(caps.description == "JoinGroup=5,SyncGroup=3")
    #expect(VersionCaps(caps.description) == caps)
    #expect(VersionCaps("")?.isEmpty == true)
    for text in [
      "JoinGroup", "JoinGroup=", "JoinGroup=-1", "joinGroup=5", "Nothing=1", "JoinGroup=1=2",
    ] {
      #expect(VersionCaps(text) == nil, "\(text)")
    }
  }
}

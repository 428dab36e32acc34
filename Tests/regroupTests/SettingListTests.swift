import Client
import Coordinator
import Testing

@testable import regroup

@Suite struct SettingListTests {
  private func apply(_ texts: [String]) throws -> (ConsumerConfig, CoordinatorConfig) {
    var consumer = ConsumerConfig(groupId: "g", clientId: "c", topics: [])
    var broker = CoordinatorConfig()
    let settings = texts.compactMap(SettingArgument.init)
    try SettingList.apply(settings, to: &consumer, &broker)
    return (consumer, broker)
  }

  @Test func orderDoesNotMatter() throws {
    for texts in [
      ["heartbeat.interval.ms=50000", "session.timeout.ms=60000"],
      ["session.timeout.ms=60000", "heartbeat.interval.ms=50000"],
    ] {
      let consumer = try apply(texts).0
      #expect(consumer.heartbeatIntervalMs == 50_000)
      #expect(consumer.sessionTimeoutMs == 60_000)
    }
  }

  @Test func brokerSettings() throws {
    let broker = try apply([
      "group.initial.rebalance.delay.ms=0", "group.max.size=2",
      "group.min.session.timeout.ms=1", "group.max.session.timeout.ms=5",
    ]).1
    #expect(broker.initialRebalanceDelayMs == 0)
    #expect(broker.groupMaxSize == 2)
    #expect(broker.minSessionTimeoutMs == 1)
    #expect(broker.maxSessionTimeoutMs == 5)
  }

  @Test func transactionSettings() throws {
    let broker = try apply([
      "transaction.max.timeout.ms=1", "transactional.id.expiration.ms=3",
      "transaction.abort.timed.out.transaction.cleanup.interval.ms=2",
      "transaction.remove.expired.transaction.cleanup.interval.ms=2147483647",
    ]).1
    #expect(broker.transactionMaxTimeoutMs == 1)
    #expect(broker.transactionAbortIntervalMs == 2)
    #expect(broker.transactionalIdExpirationMs == 3)
    #expect(broker.transactionalIdExpirationIntervalMs == 2_147_483_647)
  }

  /// The broker and the sandbox name them all, so that each must be one.
  @Test func everyBrokerSettingThatIsNamedIsTaken() throws {
    for key in BrokerSettings.keys {
      let arguments = try BrokerArguments.parse(["-X", "\(key)=7"])
      #expect(try arguments.config().coordinator == apply(["\(key)=7"]).1)
      #expect(try apply(["\(key)=7"]).1 != CoordinatorConfig(), "\(key)")
    }
    #expect(BrokerSettings.keys == BrokerSettings.keys.sorted())
    let other = try BrokerArguments.parse(["-X", "session.timeout.ms=7000"])
    #expect(throws: Failure.self) { try other.config() }
  }

  @Test func complaintsNameTheSetting() {
    let wrong = [
      "transaction.max.timeout.ms=0", "transaction.max.timeout.ms=2147483648",
      "transaction.abort.timed.out.transaction.cleanup.interval.ms=0",
      "transaction.remove.expired.transaction.cleanup.interval.ms=1h",
      "transactional.id.expiration.ms=-1",
      "no.such.key=1", "session.timeout.ms=x", "session.timeout.ms=99999999999",
      "heartbeat.interval.ms=45000", "group.max.size=0", "group.instance.id=a", "client.id=a",
      "partition.assignment.strategy=guess",
    ]
    for text in wrong {
      do {
        _ = try apply([text])
        Issue.record("\(text) was taken")
      } catch let failure as Failure {
        #expect(failure.status == 2)
        #expect(failure.text.hasPrefix("-X \(text): "), "\(failure.text)")
      } catch {
        Issue.record("\(text): \(error)")
      }
    }
  }
}

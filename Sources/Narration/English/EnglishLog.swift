import Feed
import KafkaModel

/// The log in English.
struct EnglishLog: LogPhrasebook {
  let terms = EnglishTerms()

  func line(_ remark: LogRemark) -> Phrase {
    switch remark {
    case .state(let state, let generation, let cause):
      """
      \(strong: state.rawValue)\(ofGeneration(generation, ", generation "))\
      \(cause.map { ": \(EnglishCause(terms: terms).brief($0))" } ?? "")
      """
    case .seen(let slot, let name): "\(slot.letter) is \(name)"
    case .process(let slot, let change): process(slot.letter, change)
    case .connections(let slot, let areOpen):
      areOpen
        ? "\(slot.letter)'s client is there"
        : "\(strong: "all connections of \(slot.letter) are closed"), without LeaveGroup"
    case .sent(let slot, let api): "\(slot.letter) sends \(api.description)"
    case .answer(let slot, let api, let error):
      "\(slot.letter) is answered \(error.description) to \(api.description)"
    case .subscribed(let slot, let topics):
      topics.isEmpty
        ? "\(slot.letter) unsubscribes: it leaves the group"
        : "\(slot.letter) now subscribes to \(topics.map(\.text).joined(separator: ", "))"
    case .partitionsAdded(let topic, let count):
      "\(topic.text) has \(strong: NumberWords.grouped(Int64(count))) partitions now"
    case .regrouping(.assignors(let names)):
      "all stop, to be started with \(strong: names.joined(separator: ", "))"
    case .regrouping(.membership(let isStatic)):
      "all stop, to be started \(strong: isStatic ? "with" : "without") a group.instance.id"
    case .produced(let topic, let count):
      "a producer sends \(strong: EnglishTerms().records(count)) to \(topic.text)"
    case .hold(let point?): "the coordinator's answers to \(strong: point.api.description) are held"
    case .heard(let slot, let isSo):
      isSo
        ? "\(slot.letter) is heard again"
        : "\(strong: "nothing comes of \(slot.letter) any more"): no Fetch, no Heartbeat"
    case .turnedAway(let host, let why): EnglishStory().turnedAway(host, why)
    case .hold(nil): "the answers that were held are let go"
    case .coordinatorMoved(let broker):
      "\(strong: "broker \(broker.value)") is the coordinator now: it knows what was written down"
    case .assigned(let slot, let names, let generation):
      """
      \(slot.letter) is assigned \(terms.partitions(names))\
      \(generation == .none ? "" : " (generation \(generation.value))")
      """
    case .revoked(let slot, let names): "\(slot.letter) gives up \(terms.partitions(names))"
    case .lost(let slot, let names):
      "\(slot.letter) has lost \(terms.partitions(names)): it was removed meanwhile"
    case .readingStarted(let slot, let name, let offset):
      "\(slot.letter) reads \(terms.partition(name)) from offset \(offset.value)"
    case .readsMany(let slot, let names): "\(slot.letter) reads \(terms.partitions(names))"
    case .pollMissed(let slot): "\(slot.letter) missed max.poll.interval.ms and leaves"
    case .failed(let slot, let api, let error):
      "\(strong: "\(slot.letter) fails"): \(error.description) to \(api.description)"
    case .leader(let slot): "\(slot.letter) is the leader"
    case .listed(let slot): "\(slot.letter) is in the group, as the broker tells it"
    case .added(let slot): "the coordinator takes \(slot.letter) into the group"
    case .removed(let who, let reason):
      "the coordinator removes \(strong: terms.who(who)): \(self.reason(reason))"
    case .newId(let slot):
      "\(slot.letter) has a new member id, with the same group.instance.id"
    case .gone(let who, let isExpired): gone(who, isExpired)
    case .plan(let generation, let shares): plan(generation, shares)
    case .transaction(let line): EnglishTransactions().line(line)
    case .rebalanced(let summary): EnglishWatch().summary(summary)
    case .connected: "connected"
    case .connecting: "connecting"
    case .trouble(let trouble, let detail):
      "\(strong: EnglishTrouble.text(trouble))\(detail.isEmpty ? "" : " \(detail)")"
    }
  }

  private func gone(_ who: Who, _ isExpired: Bool) -> Phrase {
    """
    \(strong: terms.who(who)) is gone since the answer before: \
    \(isExpired ? "its session ran out" : "how it went, no answer tells")
    """
  }

  private func process(_ letter: String, _ change: ProcessChange) -> Phrase {
    switch change {
    case .started: "\(letter)'s process starts"
    case .replaced: "another process has come in \(letter)'s place, with its group.instance.id"
    case .killed: "\(strong: "\(letter) is killed"): no LeaveGroup, no last commit"
    case .failed: "\(strong: "\(letter)'s program has failed"): its process has ended"
    case .closing: "\(letter) closes"
    case .ended: "\(letter)'s process has ended"
    case .frozen: "\(strong: "\(letter)'s process is stopped") (SIGSTOP): it sends nothing"
    case .thawed: "\(letter)'s process goes on (SIGCONT)"
    case .pollStopped: "\(letter) stops calling poll()"
    case .pollResumed: "\(letter) calls poll() again"
    case .networkCut: "\(letter)'s network is cut"
    case .networkHealed: "\(letter)'s network is whole again"
    case .processRate(let rate):
      "\(letter) now works off \(NumberWords.grouped(rate)) records a second"
    case .strategy(let names):
      "\(letter) is started with \(strong: names.joined(separator: ", "))"
    }
  }

  private func reason(_ reason: RemovalReason) -> String {
    switch reason {
    case .sessionTimedOut: "its session ended"
    case .left: "it left"
    case .didNotRejoin: "it did not rejoin in time"
    case .didNotSync: "it did not sync in time"
    case .newMemberTimedOut: "it waited too long"
    case .groupTooLarge: "the group is full"
    case .fenced: "another process has its instance id"
    case .expelled: "an administrator removed it"
    case .coordinatorMoved: "its join had not been written down when the coordinator moved"
    }
  }

  /// From outside it is not told.
  private func ofGeneration(_ generation: Generation, _ words: String) -> String {
    generation == .none ? "" : words + "\(generation.value)"
  }

  private func plan(_ generation: Generation, _ shares: [LogShare]) -> Phrase {
    let parts = shares.prefix(6).map { share in
      "\(terms.who(share.who)): \(terms.partitions(share.partitions))"
    }
    let rest = shares.count > 6 ? "; \(shares.count - 6) more" : ""
    return
      "plan\(ofGeneration(generation, " of generation ")): \(parts.joined(separator: "; "))\(rest)"
  }
}

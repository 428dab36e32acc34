/// The glossary in English.
struct EnglishGlossary: GlossaryPhrasebook {
  var title: String { "Glossary" }
  var keys: String { "↑ ↓ other terms · Esc closes" }
  var atHand: String { "now" }

  func name(_ term: GlossaryTerm) -> String {
    switch term {
    case .stable: "Stable"
    case .preparingRebalance: "PreparingRebalance"
    case .completingRebalance: "CompletingRebalance"
    case .empty: "Empty"
    case .dead: "Dead"
    case .coordinator: "group coordinator"
    case .leader: "group leader"
    case .generation: "generation"
    case .joinGroup: "JoinGroup"
    case .syncGroup: "SyncGroup"
    case .heartbeat: "heartbeat"
    case .revoke: "revoke"
    case .fenced: "fenced"
    case .sessionTimeout: "session.timeout.ms"
    case .maxPollInterval: "max.poll.interval.ms"
    case .initialDelay: "group.initial.rebalance.delay.ms"
    case .memberId: "member id"
    case .staticMember: "static member"
    case .eager: "eager"
    case .cooperative: "cooperative"
    case .range: "range"
    case .roundRobin: "round robin"
    case .sticky: "sticky"
    case .cooperativeSticky: "cooperative sticky"
    case .commit: "commit"
    case .currentOffset: "CURRENT-OFFSET"
    case .logEndOffset: "LOG-END-OFFSET"
    case .lag: "LAG"
    case .consumerOffsets: "__consumer_offsets"
    case .partitionSeconds: "partition-seconds"
    case .transactionalId, .producerId, .transactionCoordinator, .controlRecord,
      .lastStableOffset, .isolationLevel, .pendingOffset, .zombie, .duplicates, .exactlyOnce:
      transactionName(term)
    }
  }

  func meaning(_ term: GlossaryTerm) -> String {
    switch term {
    case .stable, .preparingRebalance, .completingRebalance, .empty, .dead, .coordinator,
      .leader, .generation:
      group(term)
    case .joinGroup, .syncGroup, .heartbeat, .revoke, .fenced: exchange(term)
    case .sessionTimeout, .maxPollInterval, .initialDelay, .memberId, .staticMember:
      settings(term)
    case .eager, .cooperative, .range, .roundRobin, .sticky, .cooperativeSticky:
      assignors(term)
    case .commit, .currentOffset, .logEndOffset, .lag, .consumerOffsets, .partitionSeconds:
      offsets(term)
    case .transactionalId, .producerId, .transactionCoordinator, .controlRecord,
      .lastStableOffset, .isolationLevel, .pendingOffset, .zombie, .duplicates, .exactlyOnce:
      transactions(term)
    }
  }

  private func group(_ term: GlossaryTerm) -> String {
    switch term {
    case .stable:
      "The group's everyday state: the plan is known, each member reads what it was given "
        + "and sends heartbeats. Any member that comes, leaves or falls silent ends it."
    case .preparingRebalance:
      "The coordinator has called a rebalance and waits until every member has sent "
        + "JoinGroup. Members hear of it in the answer to their next heartbeat. Who does not "
        + "come within max.poll.interval.ms is removed."
    case .completingRebalance:
      "All have joined and a new generation has begun. The coordinator waits for the "
        + "leader's plan, which comes in its SyncGroup, and then gives each member its part."
    case .empty:
      "The group has no members, but its committed offsets are kept. Who joins next "
        + "starts a rebalance and reads on from there."
    case .dead:
      "The group is gone from this coordinator: it was deleted, its last offsets have "
        + "expired, or another broker has become its coordinator."
    case .coordinator:
      "The broker that keeps the group: it counts heartbeats, calls rebalances and stores "
        + "offsets. It is the leader of the partition of __consumer_offsets that the group's "
        + "name falls into. It does not compute the plan."
    case .leader:
      "The member that computes the plan, usually the first to join. It gets the list of "
        + "members in its answer to JoinGroup, runs the assignor, and sends the plan in "
        + "SyncGroup. Apart from that it is a consumer like the others."
    case .generation:
      "A number that grows by one whenever a join phase ends. Heartbeats and commits "
        + "carry it: who still has an old one is refused and must join again."
    default: ""
    }
  }

  private func exchange(_ term: GlossaryTerm) -> String {
    switch term {
    case .joinGroup:
      "The request to take part in the next generation, with the topics a member wants "
        + "and the assignors it knows. The coordinator holds the answers back until all have "
        + "asked."
    case .syncGroup:
      "The request for one's own part of the plan. The leader's carries the plan itself; "
        + "the coordinator answers all members as soon as it has it."
    case .heartbeat:
      "A member's sign of life, every heartbeat.interval.ms (3 s). The answer tells "
        + "whether a rebalance has begun. It comes from a thread of its own, so it says "
        + "nothing about whether the application still calls poll()."
    case .revoke:
      "A member gives a partition up in order: it commits what it has worked off and "
        + "stops reading. Under an eager assignor it gives up all before it joins, under a "
        + "cooperative one only what moves."
    case .fenced:
      "Shut out with FENCED_INSTANCE_ID: another process has joined with the same "
        + "group.instance.id, and only the newest may go on. The older one ends with an "
        + "error."
    default: ""
    }
  }

  private func settings(_ term: GlossaryTerm) -> String {
    switch term {
    case .sessionTimeout:
      "For so long the coordinator waits for a heartbeat before it removes a member: 45 s "
        + "since Kafka 3.0, 10 s before. Until then a dead member's partitions are read by "
        + "nobody."
    case .maxPollInterval:
      "For so long (5 min) the application may work between two calls of poll(). The "
        + "consumer itself watches it and leaves the group when it is over; a static one only "
        + "stops its heartbeats. It is also how long a rebalance waits for a member."
    case .initialDelay:
      "A setting of the broker (3 s): the first join phase of an empty group is kept open "
        + "for so long, and again while more members come, so that ten consumers started "
        + "together need one rebalance and not ten."
    case .memberId:
      "The name the coordinator gives a consumer when it first joins: its client.id and a "
        + "random part. A process that is started again gets a new one, so it is a new "
        + "member, unless it has a group.instance.id."
    case .staticMember:
      "A consumer with a group.instance.id. It sends no LeaveGroup, and who comes back "
        + "under the same name before session.timeout.ms gets the same partitions, without a "
        + "rebalance."
    default: ""
    }
  }

  private func assignors(_ term: GlossaryTerm) -> String {
    switch term {
    case .eager:
      "The older protocol: all members give up all their partitions before they join, so "
        + "nothing is read until the new plan is there. range, roundrobin and sticky use it. "
        + "One round is enough."
    case .cooperative:
      "Members keep what they have while they join, and give up only what the plan moves. "
        + "A partition that moves is free in the first round and given in a second, so it "
        + "takes two."
    case .range:
      "For each topic by itself, partitions in order are cut into equal parts, one for "
        + "each member. Partitions with the same number of several topics meet at one member; "
        + "the first members get more where it does not come out even."
    case .roundRobin:
      "All partitions of all topics are dealt out one by one, member after member. Even, "
        + "but after a change nearly every partition may lie elsewhere."
    case .sticky:
      "As even as can be, and as near to the last plan as that allows: members keep what "
        + "they have, only what is free or too much is moved. It is eager: all stop all the "
        + "same."
    case .cooperativeSticky:
      "The plan of sticky with the cooperative protocol: what is not moved is read all "
        + "the time. Members of an eager group change to it in two rolling restarts."
    default: ""
    }
  }

  private func offsets(_ term: GlossaryTerm) -> String {
    switch term {
    case .commit:
      "A member tells the coordinator up to where it has worked off a partition, on its "
        + "own or every auto.commit.interval.ms. After a rebalance the next owner reads on "
        + "from there, and reads twice what had not been committed."
    case .currentOffset:
      "In the table of --describe: the committed offset, which is the next record that "
        + "would be read after a restart. It is not how far the consumer has read."
    case .logEndOffset:
      "In the table of --describe: the offset that the next written record gets, the end "
        + "of the partition's log."
    case .lag:
      "LOG-END-OFFSET minus CURRENT-OFFSET: how many records are not committed yet. It "
        + "grows while nobody reads the partition, and between two commits too."
    case .consumerOffsets:
      "The topic in which coordinators write offsets and members of all groups: 50 "
        + "partitions, of which each group has one by the hash of its name. A new coordinator "
        + "learns the group by reading it."
    case .partitionSeconds:
      "For how long partitions were not read, added up over partitions: three of them for "
        + "5 s are 15. The measure of what a rebalance cost."
    default: ""
    }
  }
}

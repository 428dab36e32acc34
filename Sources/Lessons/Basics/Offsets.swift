import Feed
import KafkaModel
import Narration
import Simulation

extension Lessons {
  /// Offsets: a new group begins by `auto.offset.reset`, commits, and resumes after a restart at
  /// what it had committed.
  static let offsets = Lesson(
    number: "offsets", section: .basics,
    caption: LessonCaption(
      figure: "offsets",
      title: Localized(english: "Resuming after a restart", korean: "재시작 뒤 이어 읽기"),
      beats: [
        Localized(english: "no group", korean: "그룹 없음"),
        Localized(english: "no commit", korean: "커밋 없음"),
        Localized(english: "reading", korean: "읽기"),
        Localized(english: "commit", korean: "커밋"),
        Localized(english: "killed", korean: "장애"),
        Localized(english: "restarted", korean: "재시작"),
        Localized(english: "again", korean: "다시 읽기"),
      ],
      footnote: Footnotes.offsets),
    shows: Localized(english: "what is read twice, and why", korean: "두 번 읽히는 레코드"),
    goal: Localized(
      english: "A reader resumes at the committed offset; what it read after that is read twice.",
      korean: "커밋한 오프셋부터 이어 읽으므로 그 뒤에 읽은 것은 두 번 읽는다."),
    talks: offsetTalks,
    scenario: Scenario(
      groupId: Practice.dynamicGroup, topics: [ScenarioTopic(Practice.topic, 3)],
      members: latecomers, consumer: Practice.consumer(Practice.dynamicGroup),
      produceRate: 5, processRate: 30, opening: .nobody,
      script: [
        ScriptEntry(afterStartMs: 26_000, .kill(MemberSlot(0))),
        ScriptEntry(afterStartMs: 29_000, .restart(MemberSlot(0))),
      ],
      beats: [
        Beat("group", .start),
        Beat("reset", .sent(.listOffsets)),
        Beat("reading", .settled),
        Beat("commit", .answered(.offsetCommit, .none)),
        Beat("killed", .process(MemberSlot(0), .killed)),
        Beat("restarted", .process(MemberSlot(0), .started)),
        Beat("again", .reads(MemberSlot(0))),
      ],
      restMs: 8000),
    pane: .records)

  /// They start when the log has records already. Static members, so that the restart brings no
  /// rebalance: all that is seen is of offsets.
  private static var latecomers: [ScenarioMember] {
    Practice.staticMembers.map { member in
      var member = member
      member.startMs = member.startMs.map { $0 + 6000 }
      return member
    }
  }

  private static let offsetTalks = [
    BeatTalk(
      Localized(
        english: "Records are in the log already; nobody reads, and nothing is committed.",
        korean: "로그에는 이미 레코드가 있다. 읽는 멤버도, 커밋한 오프셋도 없다."),
      ask: .whichOffsetsPartition),
    BeatTalk(
      Localized(
        english: "OffsetFetch finds nothing: auto.offset.reset=earliest asks for the beginning.",
        korean: "OffsetFetch에 커밋이 없다. auto.offset.reset이 earliest라서 처음을 묻는다."),
      ask: .whereLatestBegins),
    BeatTalk(
      Localized(
        english: "All begin at offset 0. What is read is not committed yet.",
        korean: "모두 오프셋 0부터 읽는다. 읽은 것은 아직 커밋되지 않았다.")),
    BeatTalk(
      Localized(
        english: "Every 5 s each writes a record: group, partition, and the next offset to read.",
        korean: "5초마다 저마다 레코드를 쓴다. 그룹, 파티션, 다음에 읽을 오프셋이다.")),
    BeatTalk(
      Localized(
        english: "A is killed between two commits: what it read since the last one is not written.",
        korean: "A가 두 커밋 사이에 죽는다. 마지막 커밋 뒤에 읽은 것은 적혀 있지 않다."),
      ask: .whereResumes),
    BeatTalk(
      Localized(
        english: "A new process with the same instance id asks where to go on: OffsetFetch.",
        korean: "같은 인스턴스 ID의 새 프로세스가 어디부터 읽을지 묻는다. OffsetFetch다."),
      ask: .whereResumes),
    BeatTalk(
      Localized(
        english: "It resumes at the committed offset: some records are read twice, none is missed.",
        korean: "커밋한 오프셋부터 읽는다. 두 번 읽는 것은 있어도 빠지는 것은 없다.")),
  ]
}

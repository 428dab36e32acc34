import Narration

/// What is said at the protocol figures 6-13 and 6-14.
extension Talks {
  static let eagerStops = Talks(
    goal: Localized(
      english: "Under an eager protocol every member gives up everything before it rejoins.",
      korean: "EAGER에서는 모든 멤버가 다 내려놓고 나서 다시 합류한다."),
    beats: [
      BeatTalk(
        english: "One hole only: B and C read on, for nobody has told them.",
        korean: "구멍은 하나뿐이다. B와 C는 들은 것이 없어 계속 읽는다.",
        ask: .whenRemoved),
      BeatTalk(
        english: "Now all rows are holes, also those of members that are well: that is the stop.",
        korean: "이제 멀쩡한 멤버의 것까지 모든 행이 구멍이다. 이것이 중지다.",
        ask: .whoReads),
      BeatTalk(
        english: """
          The plan is there; each asks for its offsets and reads on from what was committed.
          """,
        korean: "할당이 왔다. 저마다 오프셋을 묻고 커밋된 곳부터 다시 읽는다.",
        ask: .howLongUnread),
    ])

  static let cooperativeMovesOne = Talks(
    goal: Localized(
      english: "Cooperative: two rounds, but only the partition that moves stands still.",
      korean: "COOPERATIVE는 두 번 돌지만, 옮겨지는 파티션만 멈춘다."),
    beats: [
      BeatTalk(
        english: "A comes to a group in which B has two partitions and C one; all read on.",
        korean: "B가 둘, C가 하나를 가진 그룹에 A가 온다. 모두 계속 읽는다.",
        ask: .howLongUnread),
      BeatTalk(
        english: "The first plan gives nothing new: it only takes partition 1 from B.",
        korean: "첫 번째 할당은 주는 것이 없다. B에게서 파티션 1을 뺄 뿐이다.",
        ask: .whoReads),
      BeatTalk(
        english: "All join once more, and read on as they do; what was taken is now given.",
        korean: "모두 한 번 더 합류하면서도 계속 읽는다. 뺐던 것을 이제 준다.",
        ask: .whichGeneration),
    ])
}

import Feed
import KafkaModel
import Narration
import Testing

@Suite struct EveryPhraseTests {
  /// Kafka's own words, which Korean keeps.
  private static let identifiers = [
    "LeaveGroup", "SyncGroup", "JoinGroup", "UNKNOWN_MEMBER_ID", "UNKNOWN_SERVER_ERROR",
    "REBALANCE_IN_PROGRESS", "MEMBER_ID_REQUIRED", "COOPERATIVE",
    "max.poll.interval.ms",
    "group.max.size", "poll()", "EAGER", "SIGSTOP", "FindCoordinator", "ID", "Space", "broker",
  ]

  /// Words of Latin letters that are neither Kafka's nor a member's letter.
  private func foreignWords(_ text: String) -> [String] {
    var rest = text
    for word in Self.identifiers {
      rest = rest.split(separator: word, omittingEmptySubsequences: false).joined(separator: " ")
    }
    let words = rest.split { !("a"..."z").contains($0) && !("A"..."Z").contains($0) }
    return words.map(String.init).filter { $0.count > 1 }
  }

  private func check(_ sample: Sample, _ what: String) {
    for language in Language.allCases {
      let text = sample.story.text(in: language)
      for phrase in [text.why, text.cost, text.next] {
        #expect(!phrase.isEmpty, "\(what) \(language)")
        if language == .korean { #expect(foreignWords(phrase.text) == [], "\(phrase.text)") }
      }
    }
  }

  @Test func everyStateWithEveryDoingTellsAStory() {
    for state in GroupState.allCases {
      for doing in MemberDoing.allCases {
        for change: ProcessChange in [
          .started, .killed, .closing, .ended, .pollStopped, .networkCut, .frozen,
        ] {
          for removal in [nil, RemovalReason.sessionTimedOut, .left, .expelled] {
            var sample = Sample.stable()
            sample.at(5000, .doing(MemberSlot(0), doing), .process(MemberSlot(0), change))
            if let removal {
              sample.at(5100, .memberRemoved(MemberSlot(0), Sample.id(0), removal))
            }
            sample.at(6000, .groupState(state, Generation(2), nil))
            check(sample, "\(state) \(doing) \(change)")
          }
        }
      }
    }
  }

  @Test func everyCauseHasWords() {
    let id = Sample.id(0)
    let causes: [RebalanceCause] = [
      .groupWasEmpty(id), .newMember(id), .memberRejoined(id), .leaderRejoined(id),
      .memberLeft(id), .sessionTimedOut(id), .newMemberTimedOut(id), .pendingExpired(id),
      .didNotSync([id, Sample.id(1)]), .staticReplaced(id), .writeFailed, .groupTooLarge,
      .newMember("stranger"),
    ]
    for cause in causes {
      var sample = Sample.stable()
      sample.at(6000, .groupState(.preparingRebalance, Generation(2), cause))
      check(sample, "\(cause)")
      sample.at(7000, .groupState(.stable, Generation(3), nil))
      check(sample, "\(cause)")
    }
  }

  @Test func everyWordAndKeyIsThereInBothLanguages() {
    for language in Language.allCases {
      for word in MemberWord.allCases { #expect(!language.figure.member(word).isEmpty) }
      for action in KeyAction.allCases {
        #expect(!language.keys.short(action).isEmpty && !language.keys.long(action).isEmpty)
      }
      for refusal: Refusal in [
        .lookOnly, .notOurs, .notRunning, .alreadyRunning, .alreadyClosing, .tooManyMembers,
        .tooManyPartitions, .notInThisSource,
        .noGroup, .clientsOwn, .noTransaction, .producerBusy, .producerNotRunning,
      ] {
        let text = language.figure.notice(.refused(refusal, MemberSlot(0)))
        #expect(!text.isEmpty)
        if language == .korean { #expect(foreignWords(text) == []) }
      }
    }
  }
}

/// The glossary in Korean.
struct KoreanGlossary: GlossaryPhrasebook {
  var title: String { "용어" }
  var keys: String { "↑ ↓ 다른 용어 · Esc 닫기" }
  var atHand: String { "지금" }

  func name(_ term: GlossaryTerm) -> String {
    switch term {
    case .stable: "Stable"
    case .preparingRebalance: "PreparingRebalance"
    case .completingRebalance: "CompletingRebalance"
    case .empty: "Empty"
    case .dead: "Dead"
    case .coordinator: "그룹 코디네이터"
    case .leader: "그룹 리더"
    case .generation: "세대"
    case .joinGroup: "JoinGroup"
    case .syncGroup: "SyncGroup"
    case .heartbeat: "하트비트"
    case .revoke: "회수"
    case .fenced: "차단"
    case .sessionTimeout: "session.timeout.ms"
    case .maxPollInterval: "max.poll.interval.ms"
    case .initialDelay: "group.initial.rebalance.delay.ms"
    case .memberId: "멤버 ID"
    case .staticMember: "스태틱 멤버"
    case .eager: "EAGER"
    case .cooperative: "COOPERATIVE"
    case .range: "레인지"
    case .roundRobin: "라운드 로빈"
    case .sticky: "스티키"
    case .cooperativeSticky: "협력적 스티키"
    case .commit: "커밋"
    case .currentOffset: "CURRENT-OFFSET"
    case .logEndOffset: "LOG-END-OFFSET"
    case .lag: "LAG"
    case .consumerOffsets: "__consumer_offsets"
    case .partitionSeconds: "파티션·초"
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
      "그룹의 평상시 상태다. 할당 계획이 정해졌고, 멤버는 받은 파티션을 읽으며 하트비트를 보낸다. 멤버가 들어오거나 나가거나 조용해지면 이 상태가 "
        + "끝난다."
    case .preparingRebalance:
      "코디네이터가 리밸런싱을 시작하고 모든 멤버의 JoinGroup을 기다린다. 멤버는 다음 하트비트의 응답으로 이를 안다. "
        + "max.poll.interval.ms 안에 오지 않는 멤버는 제거된다."
    case .completingRebalance:
      "모두 합류했고 새 세대가 시작됐다. 코디네이터는 리더의 SyncGroup에 담길 할당 계획을 기다렸다가 멤버마다 제 몫을 준다."
    case .empty:
      "멤버가 하나도 없지만 커밋된 오프셋은 남아 있다. 다음에 합류하는 멤버가 리밸런싱을 시작하고 그 자리부터 읽는다."
    case .dead:
      "이 코디네이터에 그룹이 더는 없다. 삭제됐거나, 오프셋이 모두 만료됐거나, 다른 브로커가 코디네이터가 됐다."
    case .coordinator:
      "그룹을 관리하는 브로커다. 하트비트를 지켜보고, 리밸런싱을 시작하고, 오프셋을 저장한다. 그룹 이름이 속하는 __consumer_offsets "
        + "파티션의 리더가 맡는다. 할당은 계산하지 않는다."
    case .leader:
      "할당 계획을 계산하는 멤버로, 보통 가장 먼저 합류한 멤버다. JoinGroup의 응답으로 멤버 목록을 받아 할당 전략을 돌리고, "
        + "SyncGroup으로 계획을 보낸다. 그 밖에는 다른 컨슈머와 같다."
    case .generation:
      "합류 단계가 끝날 때마다 하나씩 커지는 번호다. 하트비트와 커밋에 실린다. 옛 세대의 요청은 거절되고, 그 멤버는 다시 합류해야 한다."
    default: ""
    }
  }

  private func exchange(_ term: GlossaryTerm) -> String {
    switch term {
    case .joinGroup:
      "다음 세대에 참여하겠다는 요청이다. 원하는 토픽과 쓸 수 있는 할당 전략이 담긴다. 코디네이터는 모두가 요청할 때까지 응답을 미룬다."
    case .syncGroup:
      "할당 계획에서 제 몫을 달라는 요청이다. 리더의 요청에는 계획 자체가 담긴다. 코디네이터는 계획을 받는 즉시 모두에게 응답한다."
    case .heartbeat:
      "heartbeat.interval.ms(3초)마다 보내는 생존 신호다. 응답은 리밸런싱이 시작됐는지 알려 준다. 별도의 스레드가 보내므로 "
        + "애플리케이션이 poll()을 부르는지는 알 수 없다."
    case .revoke:
      "멤버가 파티션을 차례대로 내놓는 일이다. 처리한 곳까지 커밋하고 읽기를 멈춘다. EAGER에서는 합류 전에 모두 내놓고, COOPERATIVE에서는 "
        + "옮길 것만 내놓는다."
    case .fenced:
      "FENCED_INSTANCE_ID로 막힌 것이다. 같은 group.instance.id로 다른 프로세스가 합류해, 가장 새 것만 계속할 수 있다. "
        + "먼저 있던 쪽은 오류로 끝난다."
    default: ""
    }
  }

  private func settings(_ term: GlossaryTerm) -> String {
    switch term {
    case .sessionTimeout:
      "코디네이터가 하트비트를 기다려 주는 시간이다. 지나면 멤버를 제거한다. Kafka 3.0부터 45초, 그 전에는 10초다. 그동안 죽은 멤버의 "
        + "파티션은 아무도 읽지 않는다."
    case .maxPollInterval:
      "poll()과 다음 poll() 사이에 허용되는 시간(5분)이다. 컨슈머가 스스로 재며, 넘기면 그룹을 떠난다. 스태틱 멤버는 하트비트만 멈춘다. "
        + "리밸런싱이 멤버를 기다리는 시간이기도 하다."
    case .initialDelay:
      "브로커 설정(3초)이다. 빈 그룹의 첫 합류 단계를 이만큼 열어 두고, 멤버가 더 오면 늘린다. 컨슈머 열 개를 함께 띄워도 리밸런싱이 한 번이면 "
        + "된다."
    case .memberId:
      "처음 합류할 때 코디네이터가 주는 이름으로, client.id에 임의의 글자가 붙는다. 재시작한 프로세스는 새 ID를 받으므로 새 멤버가 된다. "
        + "group.instance.id가 있으면 다르다."
    case .staticMember:
      "group.instance.id가 있는 컨슈머다. LeaveGroup을 보내지 않으며, session.timeout.ms 안에 같은 이름으로 "
        + "돌아오면 리밸런싱 없이 같은 파티션을 받는다."
    default: ""
    }
  }

  private func assignors(_ term: GlossaryTerm) -> String {
    switch term {
    case .eager:
      "오래된 방식이다. 모든 멤버가 합류 전에 모든 파티션을 내놓아, 새 계획이 나올 때까지 아무것도 읽히지 않는다. range, roundrobin, "
        + "sticky가 쓴다. 한 번에 끝난다."
    case .cooperative:
      "멤버는 합류하는 동안에도 가진 파티션을 계속 읽고, 계획에서 옮길 것만 내놓는다. 옮기는 파티션은 첫 번째에 비우고 두 번째에 주므로 리밸런싱이 두 "
        + "번이다."
    case .range:
      "토픽마다 따로, 번호순으로 늘어놓고 멤버 수대로 나눈다. 여러 토픽의 같은 번호가 한 멤버에 모이고, 나누어떨어지지 않으면 앞 멤버가 더 받는다."
    case .roundRobin:
      "모든 토픽의 파티션을 한 줄로 세워 멤버에게 하나씩 돌린다. 고르게 나뉘지만, 멤버가 바뀌면 거의 모든 파티션이 옮겨질 수 있다."
    case .sticky:
      "최대한 고르게, 그러면서 지난 할당을 최대한 지킨다. 가진 것은 두고, 비었거나 남는 것만 옮긴다. EAGER 방식이므로 그동안 모두 멈추는 것은 "
        + "같다."
    case .cooperativeSticky:
      "스티키의 할당을 COOPERATIVE로 한다. 옮기지 않는 파티션은 내내 읽힌다. EAGER 그룹은 두 번의 순차 재시작으로 이 전략으로 바꾼다."
    default: ""
    }
  }

  private func offsets(_ term: GlossaryTerm) -> String {
    switch term {
    case .commit:
      "파티션을 어디까지 처리했는지 코디네이터에 알리는 일이다. 직접 하거나 auto.commit.interval.ms마다 한다. 리밸런싱 뒤 새 소유자가 "
        + "그 자리부터 읽으며, 커밋되지 않은 것은 두 번 읽는다."
    case .currentOffset:
      "--describe 표에서 커밋된 오프셋, 곧 재시작하면 다음에 읽을 레코드다. 컨슈머가 실제로 읽은 위치가 아니다."
    case .logEndOffset:
      "--describe 표에서 다음에 쓰일 레코드가 받을 오프셋, 곧 파티션 로그의 끝이다. "
        + "커밋이 여기에 닿으면 LAG은 0이다."
    case .lag:
      "LOG-END-OFFSET에서 CURRENT-OFFSET을 뺀 값, 곧 아직 커밋되지 않은 레코드 수다. 아무도 읽지 않는 동안, 그리고 커밋과 "
        + "커밋 사이에도 커진다."
    case .consumerOffsets:
      "코디네이터가 모든 그룹의 오프셋과 멤버를 적는 토픽이다. 파티션은 50개이고, 그룹 이름의 해시로 하나가 정해진다. 새 코디네이터는 이것을 읽어 "
        + "그룹을 안다."
    case .partitionSeconds:
      "파티션이 안 읽힌 시간을 파티션마다 더한 값이다. 셋이 5초씩이면 15다. 리밸런싱의 비용을 재는 단위다."
    default: ""
    }
  }
}

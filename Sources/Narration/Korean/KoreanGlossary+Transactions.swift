extension KoreanGlossary {
  func transactionName(_ term: GlossaryTerm) -> String {
    switch term {
    case .transactionalId: "transactional.id"
    case .producerId: "프로듀서 ID와 에포크"
    case .transactionCoordinator: "트랜잭션 코디네이터"
    case .controlRecord: "컨트롤 레코드"
    case .lastStableOffset: "마지막 안정 오프셋"
    case .isolationLevel: "isolation.level"
    case .pendingOffset: "대기 중인 오프셋"
    case .zombie: "좀비"
    case .duplicates: "중복"
    case .exactlyOnce: "정확히 한 번"
    default: ""
    }
  }

  func transactions(_ term: GlossaryTerm) -> String {
    switch term {
    case .transactionalId:
      "트랜잭션 프로듀서의 이름이다. 재시작해도 그대로다. 같은 이름으로 오면 같은 프로듀서로 보고, 먼저 것이 열어 둔 트랜잭션을 끝내고 먼저 것을 차단한다."
    case .producerId:
      "브로커가 프로듀서를 알아보는 번호와, 시작·차단·트랜잭션마다 커지는 수다. ID가 같으면 에포크가 큰 쪽이 맞고 작은 쪽은 거절된다."
    case .transactionCoordinator:
      "transactional.id의 트랜잭션을 __transaction_state에 적는 브로커다. 에포크를 내주고, 결정을 기록하고, 마커를 적게 하고, "
        + "transaction.timeout.ms보다 오래 열려 있으면 중단한다."
    case .controlRecord:
      "트랜잭션을 파티션마다 끝내는 마커로, COMMIT이나 ABORT다. 로그의 오프셋 하나를 차지하지만 애플리케이션에는 보이지 않는다. 그래서 랙이 "
        + "레코드 수보다 클 수 있다."
    default: transactionReading(term)
    }
  }

  private func transactionReading(_ term: GlossaryTerm) -> String {
    switch term {
    case .lastStableOffset:
      "LSO. 파티션에서 가장 오래된 열린 트랜잭션이 시작하는 곳이고, 없으면 하이 워터마크다. read_committed로 읽으면 여기서부터는 남이 쓴 "
        + "레코드도 받지 못한다."
    case .isolationLevel:
      "컨슈머에게 트랜잭션이 어떻게 보이는지 정한다. 기본값 read_uncommitted는 중단된 레코드까지 모두, read_committed는 마지막 안정 "
        + "오프셋 앞의 커밋된 것만 읽는다."
    case .pendingOffset:
      "아직 열린 트랜잭션 안에서 커밋한 오프셋이다. 그 트랜잭션이 커밋되어야 유효하다. 그때까지 새 소유자는 UNSTABLE_OFFSET_COMMIT을 받고 "
        + "기다린다."
    case .zombie:
      "죽은 줄 알았는데 모르고 계속 일하는 프로세스다. 에포크나 멤버 자격이 이미 낡아서 오프셋이 거절되고, 쓴 레코드는 유효해지지 않는다."
    case .duplicates:
      "이미 결과가 있는 입력에서 또 나온 결과다. 레코드를 넘긴 뒤 오프셋을 커밋하지 못하면 다음 소유자가 다시 읽어 생긴다."
    case .exactlyOnce:
      "읽고, 넘기고, 커밋하는 일을 한 트랜잭션으로 한다. 결과와 오프셋이 함께 유효하거나 함께 무효다. read_committed로 읽을 때, Kafka "
        + "안에서만 성립한다."
    default: ""
    }
  }
}

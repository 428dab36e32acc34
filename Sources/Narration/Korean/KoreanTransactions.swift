import Feed
import KafkaModel

/// Transactions in Korean.
struct KoreanTransactions {
  private let terms = KoreanTerms()

  func why(_ remark: TransactionRemark) -> Phrase {
    switch remark {
    case .began(let writer):
      "\(writer.name.with(.subject)) 트랜잭션을 열었다. 커밋해야 레코드가 유효하다."
    case .decided(let id, let isCommit):
      "\(id.text): \(strong: isCommit ? "커밋" : "중단")하기로 기록됐다. 이제 바뀌지 않는다."
    case .marked(let name, let offset, let isCommit, let records):
      """
      \(terms.partition(name))에서 트랜잭션이 끝났다. 컨트롤 레코드가 오프셋 \(offset.value)에 적혀 레코드 \
      \(NumberWords.grouped(records))개가 \(isCommit ? "유효해졌다" : "무효가 됐다").
      """
    case .fencedByNew(let id):
      "다른 프로듀서가 \(id.text.with(.toward)) 왔다. 옛 에포크는 \(strong: "차단")된다."
    case .timedOut(let id, let limit):
      """
      \(id.text.with(.subject)) 너무 오래\(terms.limit(limit)) 열려 있어 중단되고, 프로듀서는 \
      \(strong: "차단")된다.
      """
    case .offsetsRefused(let writer, let error):
      "그룹이 \(writer.name)의 오프셋을 \(strong: error.description.with(.toward)) 거절했다. 좀비다."
    case .mustAbort(let writer, let api, let error):
      """
      \(writer.name.with(.topic)) 커밋할 수 없다. \(api.description)의 응답이 \
      \(strong: error.description) 오류다.
      """
    case .failed(let writer, let api, let error):
      """
      \(strong: writer.name.with(.subject)) 실패했다. \(api.description)의 응답이 \
      \(error.description) 오류다.
      """
    case .held(let name, let offset, let since, let id, let isDead):
      """
      \((id?.text ?? "트랜잭션").with(.subject)) 열린 채\(isDead ? " 프로듀서가 죽어" : "라") \
      \(terms.partition(name))의 LSO가 \(TimeText.clock(ms: since))부터 \(offset.value)에 멈춰 있다.
      """
    case .pending(let name, let slot):
      """
      \(slot.letter.with(.topic)) \(terms.partition(name))의 오프셋을 기다린다. 열린 트랜잭션이 정해야 \
      한다(UNSTABLE_OFFSET_COMMIT).
      """
    case .goesOnOutside(let slot):
      "\(slot.letter.with(.topic)) 멤버가 아닌데도 쥐고 있던 레코드를 이어 처리한다."
    case .leftOpen: "트랜잭션은 열린 채다."
    }
  }

  func next(_ remark: TransactionNext) -> Phrase {
    switch remark {
    case .abortsIn(let ms):
      ms == 0
        ? "타임아웃이 지났다. 코디네이터가 다음에 볼 때 중단한다."
        : "그 전에 끝내지 않으면 \(terms.seconds(ms)) 뒤 중단된다."
    case .markersFollow(let isCommit):
      """
      파티션마다 \(isCommit ? "COMMIT" : "ABORT") 마커가 적히면 read_committed로 읽는 쪽이 \
      이어 읽는다.
      """
    case .willBeRefused: "그룹이 오프셋을 거절하므로 중단해야 한다."
    case .aborts(let writer):
      "\(writer.name.with(.subject)) 중단한다. 보낸 레코드는 read_committed로는 보이지 않는다."
    case .closes(let writer): "\(writer.name.with(.topic)) 닫는 것 말고는 할 수 없다."
    case .readersGoOn: "read_committed로 읽는 쪽이 그 뒤를 이어 읽는다."
    case .tryRestart: ":tx restart로 같은 transactional.id로 시작하면 바로 중단된다."
    case .tryEnd: ":tx commit이나 :tx abort로 끝낼 수 있다."
    }
  }

  func line(_ line: TransactionLog) -> Phrase {
    switch line {
    case .process(let writer, let change): process(writer.name, change)
    case .ongoing(let id, let dueMs):
      "\(id.text): \(strong: "Ongoing"), 끝내지 않으면 \(TimeText.clock(ms: dueMs))에 중단"
    case .decided(let id, let isCommit):
      "\(id.text): \(strong: isCommit ? "PrepareCommit" : "PrepareAbort"), 결정됨, 마커를 적음"
    case .fenced(let id, .initialized):
      "\(strong: "\(id.text) 차단"): 다른 프로듀서가 그 ID를 씀"
    case .fenced(let id, .timedOut):
      "\(strong: "\(id.text) 차단"): 타임아웃보다 오래 열려 있었음"
    case .marker(let name, let offset, let isCommit, let records, let id):
      """
      \(terms.partition(name)): \(id.map { "\($0.text)의 " } ?? "")\
      \(isCommit ? "COMMIT" : "ABORT") 마커가 오프셋 \(offset.value), 레코드 \
      \(NumberWords.grouped(records))개 \(isCommit ? "유효" : "무효")
      """
    case .wrote(let writer, let name, let offset, let records):
      """
      \(writer.name): \(terms.partition(name)) 오프셋 \(offset.value)부터 레코드 \
      \(NumberWords.grouped(records))개를 씀
      """
    case .mustAbort(let writer, let api, let error):
      "\(strong: "\(writer.name) 중단해야 함"): \(api.description)에 \(error.description)"
    case .failed(let writer, let api, let error):
      "\(strong: "\(writer.name) 실패"): \(api.description)에 \(error.description)"
    }
  }

  private func process(_ name: String, _ change: ProducerChange) -> Phrase {
    switch change {
    case .started: "\(name) 시작"
    case .killed: "\(strong: "\(name) 강제 종료"): 열린 트랜잭션은 열린 채로 남음"
    case .ended: "\(name) 끝남"
    }
  }
}

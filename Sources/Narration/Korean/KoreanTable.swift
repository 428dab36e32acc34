/// The book's tables in Korean.
struct KoreanTable: TablePhrasebook {
  func orderTitle(table: String?) -> String {
    (table.map { "표 \($0)  " } ?? "") + "라운드 로빈이 나눠 주는 순서"
  }
  var strategiesTitle: String { "표 6-1  네 가지 전략" }
  var turn: String { "순서" }
  var partition: String { "파티션" }
  var roundRobin: String { "라운드 로빈" }
  func gave(_ assignor: String) -> String { "실제 \(assignor)" }
  var noMembers: String { "아직 나눠 줄 멤버가 없다" }
  func more(_ count: Int) -> String { "\(count)개 더" }

  func strategy(_ assignor: String) -> String {
    switch assignor {
    case "range": "기본값 · 토픽마다 따로 몫을 나눔 · EAGER"
    case "roundrobin": "토픽과 상관없이 하나씩 번갈아: 고름 · EAGER"
    case "sticky": "고르면서 갖고 있던 것을 유지 · EAGER: 모두 멈춤"
    case "cooperative-sticky": "스티키와 같되 옮길 것만 멈춤 · 두 번에 걸쳐"
    default: ""
    }
  }
}

extension KoreanStory {
  func cost(_ remark: CostRemark) -> Phrase {
    switch remark {
    case .nothing(let lag):
      "없음: 모든 파티션을 읽는 중\(lag.map { ", 랙 합계 \(NumberWords.grouped($0))" } ?? "")"
    case .unknown: "아직 알 수 없음"
    case .oneNotRead(let name, let ms, let lag):
      """
      \(notRead: "\(terms.partition(name).with(.object)) \(howLong(ms)) 아무도 읽지 않음")\
      \(lag.map { ", 랙 \(NumberWords.grouped($0))" } ?? "")
      """
    case .manyNotRead(let count, let all):
      "\(notRead: "파티션 \(all)개 중 \(count)개를 아무도 읽지 않음")"
    case .soFar(let ms): "지금까지 \(TimeText.groupedTenths(ms: ms)) 파티션·초"
    case .inRebalance(let ms): "이번 리밸런싱에서 \(TimeText.groupedTenths(ms: ms)) 파티션·초"
    case .allReadSoFar(let ms):
      ms == 0 ? "아직 멈춘 파티션이 없음" : "모두 읽는 중   이번 리밸런싱에서 \(TimeText.groupedTenths(ms: ms)) 파티션·초"
    case .verdict(let kept, let moved, let needless, let rounds, let ms, let healthyMs):
      """
      \(strong: "유지 \(kept) · 이동 \(moved) · 불필요 \(needless)\(self.rounds(rounds))")   \
      안 읽힌 시간 \(TimeText.groupedTenths(ms: ms)) 파티션·초\(ofHealthy(healthyMs, ms))
      """
    case .inAll(let ms): "처음부터 모두 \(TimeText.groupedTenths(ms: ms))"
    case .stopWithoutRebalance(let names, let ms):
      """
      \(terms.partitions(names).with(.object)) \(TimeText.groupedTenths(ms: ms))\
      \(names.count == 1 ? "초" : " 파티션·초") 동안 읽지 않음, 리밸런싱은 없음
      """
    case .ofHealthy(let healthyMs, let ms): "멀쩡한 멤버의 것 \(part(healthyMs, of: ms))"
    case .readTwice(let records, let name):
      "커밋 안 돼 두 번 읽음: \(terms.partition(name))의 레코드 \(NumberWords.grouped(records))개"
    case .writtenTwice(let records):
      "레코드 \(NumberWords.grouped(records))개를 두 번 읽고 \(strong: "두 번 씀"): 출력에 중복"
    case .readTwiceInMany(let records, let partitions):
      "커밋 안 돼 두 번 읽음: 파티션 \(partitions)개의 레코드 \(NumberWords.grouped(records))개"
    case .lagGrows(let lag, let perSecond):
      """
      모두 읽지만 랙\(lag.map { "(\(NumberWords.grouped($0)))" } ?? "")이 1초에 \
      \(NumberWords.grouped(perSecond))씩 늘어남
      """
    case .readOutside(let count, let all):
      "파티션 \(all)개 중 \(count)개를 그룹 밖에서 읽음: 두 번 읽게 됨"
    case .heldBack(let records, let partitions):
      """
      파티션 \(partitions)개의 레코드 \(NumberWords.grouped(records))개를 read_committed로는 \
      아직 읽지 못함
      """
    case .watch(let remark): KoreanWatch().cost(remark)
    case .stale(let ms): "\(strong: "화면은 \(terms.seconds(ms)) 전의 모습")"
    }
  }

  private func rounds(_ count: Int) -> String { count > 1 ? " · 리밸런싱 \(count)번" : "" }

  private func ofHealthy(_ healthyMs: Int64?, _ ms: Int64) -> String {
    guard let healthyMs, ms > 0 else { return "" }
    return ", 그중 멀쩡한 멤버의 것 \(part(healthyMs, of: ms))"
  }

  private func part(_ healthyMs: Int64, of ms: Int64) -> String {
    healthyMs == 0 ? "없음" : healthyMs == ms ? "전부" : TimeText.groupedTenths(ms: healthyMs)
  }

  private func howLong(_ ms: Int64) -> String {
    TimeText.isNothing(ms: ms) ? "지금부터" : "\(terms.seconds(ms))째"
  }
}

import Feed

extension KoreanStory {
  /// Clients of others on a broker of ours.
  func whyServed(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .noClient: "아직 찾아온 클라이언트가 없다. 이 브로커가 기다리고 있다."
    case .holds(let point, let waiting):
      """
      \(strong: "\(point.api.description) 응답을 붙잡고 있다"): \
      \(waiting == 0 ? "아직 기다리는 응답은 없다" : "응답 \(waiting)개가 기다린다"). 코디네이터는 계속 돌아간다.
      """
    default: preconditionFailure("not of a served group")
    }
  }

  func nextServed(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .clientsWanted(let address, _, let security?):
      """
      클라이언트에 bootstrap.servers=\(strong: address), security.protocol=\(security) 설정과 \
      그에 필요한 것을 준다.
      """
    case .clientsWanted(let address, let topic, nil):
      """
      클라이언트에 bootstrap.servers=\(strong: address) 설정을 준다. 예: kcat -b \(address) \
      -G my-group \(topic?.text ?? "my-topic")
      """
    case .givesUpAnswer(let slot, 0, _):
      "\(slot.letter.with(.topic)) 기다릴 만큼 기다렸다. 이제 포기한다."
    case .givesUpAnswer(let slot, let ms, let isKnown):
      """
      \(slot.letter.with(.topic)) \(terms.seconds(ms)) 더 기다린 뒤 포기한다\
      \(isKnown ? "" : "(클라이언트의 기본값으로 본 시간)").
      """
    case .nothingHeldYet: "다음에 나갈 그 응답부터 붙잡는다."
    case .letGo: "h를 누르면 모두 보낸다."
    default: preconditionFailure("not of a served group")
    }
  }
}

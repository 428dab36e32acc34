import Feed

extension KoreanStory {
  /// Clients of others on a broker of ours.
  func whyServed(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .noClient(let group?): "아직 \(group.text) 그룹에 합류한 클라이언트가 없다. 이 브로커가 기다리고 있다."
    case .noClient(nil): "아직 찾아온 클라이언트가 없다. 이 브로커가 기다리고 있다."
    case .joinRefused(let slot, .inconsistentGroupProtocol, let offers, let group):
      """
      \(strong: "\(slot.letter.with(.subject)) 거절되었다"), INCONSISTENT_GROUP_PROTOCOL: 내놓은 것은 \
      \(offers.joined(separator: ", ")), 그룹에 필요한 것은 \(group.joined(separator: ", ")).
      """
    case .joinRefused(let slot, let error, _, _):
      "\(strong: "\(slot.letter.with(.subject)) 거절되었다"): JoinGroup의 응답이 \(error.description)."
    case .turnedAway(let host, let why): "\(turnedAway(host, why))."
    case .coordinatorMoved(let broker):
      """
      \(strong: "브로커 \(broker.value)번이 코디네이터가 되었다"). 기록된 것을 읽어 들였으므로 리밸런싱은 없다.
      """
    case .holds(let point, let waiting):
      """
      \(strong: "\(point.api.description) 응답을 붙잡고 있다"): \
      \(waiting == 0 ? "아직 없음" : "\(waiting)개 대기"). 코디네이터는 계속 돌아간다.
      """
    default: preconditionFailure("not of a served group")
    }
  }

  /// Without a full stop, as the log has it.
  func turnedAway(_ host: String, _ why: TurnedAway) -> Phrase {
    let who: Phrase = "\(strong: "\(host.isEmpty ? "" : "\(host)에서 온 ")연결을 끊음")"
    return switch why {
    case .credentials: "\(who): 없는 사용자이거나 비밀번호가 다름"
    case .mechanism: "\(who): 여기서 받지 않는 sasl.mechanism"
    case .unauthenticated: "\(who): 누구인지 밝히지 않음(security.protocol)"
    case .tls: "\(who): TLS가 아니거나 핸드셰이크 실패"
    case .notTaken: "\(who): 여기서 받지 않는 요청을 보냄"
    case .crowded: "\(who): 연결이 너무 많음"
    }
  }

  func nextServed(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .clientsWanted(let address, _, _, let security?):
      """
      클라이언트에 bootstrap.servers=\(strong: address), security.protocol=\(security) 설정과 \
      그에 필요한 것을 준다.
      """
    case .clientsWanted(let address, let group, let topic, nil):
      """
      클라이언트에 bootstrap.servers=\(strong: address) 설정을 준다. 예: kcat -b \(address) \
      -G \(group?.text ?? "my-group") \(topic?.text ?? "my-topic")
      """
    case .givesUpAnswer(let slot, 0, _):
      "\(slot.letter.with(.topic)) 기다릴 만큼 기다렸다. 이제 포기한다."
    case .givesUpAnswer(let slot, let ms, let isKnown):
      """
      \(slot.letter.with(.topic)) \(terms.seconds(ms)) 더 기다린 뒤 포기한다\
      \(isKnown ? "" : "(클라이언트의 기본값으로 본 시간)").
      """
    case .sessionsEnd(let slots, let ms, let limit, let left):
      """
      \(terms.seconds(ms)) 뒤 \(left.isEmpty ? "모두" : terms.list(slots))의 세션\
      \(terms.limit(limit))이 \(left.isEmpty ? "" : "함께 ")끝난다. 코디네이터가 \
      \(left.isEmpty ? "모두 제거하고 그룹은 빈다."
        : "이들을 제거하고 \(terms.list(left).with(.object)) 다시 합류시킨다.")
      """
    case .nothingHeldYet: "다음에 나갈 그 응답부터 붙잡는다."
    case .letGo: "h를 누르면 모두 보낸다."
    default: preconditionFailure("not of a served group")
    }
  }
}

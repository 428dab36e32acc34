import Feed

extension EnglishStory {
  /// Clients of others on a broker of ours.
  func whyServed(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .noClient(let group?):
      "No client has joined \(group.text) yet: this broker waits for them."
    case .noClient(nil): "No client has come yet: this broker waits for them."
    case .joinRefused(let slot, .inconsistentGroupProtocol, let offers, let group):
      """
      \(strong: "\(slot.letter) is refused"), INCONSISTENT_GROUP_PROTOCOL: it offers \
      \(offers.joined(separator: ", ")), the group needs \(group.joined(separator: " or ")).
      """
    case .joinRefused(let slot, let error, _, _):
      "\(strong: "\(slot.letter) is refused"): JoinGroup is answered \(error.description)."
    case .turnedAway(let host, let why): "\(turnedAway(host, why))."
    case .coordinatorMoved(let broker):
      """
      \(strong: "Broker \(broker.value) has become the coordinator"): it has read what was written \
      down, so nothing rebalances.
      """
    case .holds(let point, let waiting):
      """
      \(strong: "The answers to \(point.api.description) are held"): \
      \(waiting == 0 ? "none waits yet" : waiting == 1 ? "one waits" : "\(waiting) wait"). The \
      coordinator goes on.
      """
    default: preconditionFailure("not of a served group")
    }
  }

  /// Without a full stop, as the log has it.
  func turnedAway(_ host: String, _ why: TurnedAway) -> Phrase {
    let who: Phrase = "\(strong: "somebody\(host.isEmpty ? "" : " from \(host)") was turned away")"
    return switch why {
    case .credentials: "\(who): no such user, or another password"
    case .mechanism: "\(who): its sasl.mechanism is not taken here"
    case .unauthenticated: "\(who): it did not say who it is (security.protocol)"
    case .tls: "\(who): no TLS, or its handshake failed"
    case .notTaken: "\(who): what it sent is no request that is taken here"
    case .crowded: "\(who): too many connections"
    }
  }

  func nextServed(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .clientsWanted(let address, _, _, let security?):
      """
      Give clients bootstrap.servers=\(strong: address) and security.protocol=\(security), \
      with what that needs.
      """
    case .clientsWanted(let address, let group, let topic, nil):
      """
      Give clients bootstrap.servers=\(strong: address), for example: kcat -b \(address) \
      -G \(group?.text ?? "my-group") \(topic?.text ?? "my-topic")
      """
    case .givesUpAnswer(let slot, 0, _):
      "\(slot.letter) has waited as long as it does: it gives up."
    case .givesUpAnswer(let slot, let ms, let isKnown):
      """
      \(slot.letter) waits \(terms.seconds(ms)) more, then gives up\
      \(isKnown ? "" : " (its client's usual default)").
      """
    case .sessionsEnd(let slots, let ms, let limit, let left):
      """
      In \(terms.seconds(ms)) \
      \(left.isEmpty ? "all sessions" : "the sessions of \(terms.list(slots))")\
      \(terms.limit(limit)) end\
      \(left.isEmpty ? ": the coordinator removes all, and the group is empty."
        : ": the coordinator removes them and makes \(terms.list(left)) rejoin.")
      """
    case .nothingHeldYet: "The next such answer stays here."
    case .letGo: "Press h to let all go."
    default: preconditionFailure("not of a served group")
    }
  }
}

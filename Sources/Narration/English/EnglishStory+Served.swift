import Feed

extension EnglishStory {
  /// Clients of others on a broker of ours.
  func whyServed(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .noClient: "No client has come yet: this broker waits for them."
    case .holds(let point, let waiting):
      """
      \(strong: "The answers to \(point.api.description) are held"): \
      \(waiting == 0 ? "none waits yet" : waiting == 1 ? "one waits" : "\(waiting) wait"). The \
      coordinator goes on.
      """
    default: preconditionFailure("not of a served group")
    }
  }

  func nextServed(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .clientsWanted(let address, _, let security?):
      """
      Give clients bootstrap.servers=\(strong: address) and security.protocol=\(security), \
      with what that needs.
      """
    case .clientsWanted(let address, let topic, nil):
      """
      Give clients bootstrap.servers=\(strong: address), for example: kcat -b \(address) \
      -G my-group \(topic?.text ?? "my-topic")
      """
    case .givesUpAnswer(let slot, 0, _):
      "\(slot.letter) has waited as long as it does: it gives up."
    case .givesUpAnswer(let slot, let ms, let isKnown):
      """
      \(slot.letter) waits \(terms.seconds(ms)) more, then gives up\
      \(isKnown ? "" : " (its client's usual default)").
      """
    case .nothingHeldYet: "The next such answer stays here."
    case .letGo: "Press h to let all go."
    default: preconditionFailure("not of a served group")
    }
  }
}

import Feed
import KafkaModel

extension Chronicle {
  /// A member's request, as it leaves the member or reaches the broker.
  public static func tell(
    _ request: Request, from slot: MemberSlot, _ tell: (FeedEvent) -> Void
  ) {
    switch request.apiKey {
    case .joinGroup, .syncGroup, .leaveGroup: tell(.requestSent(slot, request.apiKey))
    default: break
    }
    if let message = GroupMessage(request) { tell(.message(slot, message)) }
  }

  /// The answer to it.
  public static func tell(
    _ response: Response, to slot: MemberSlot, _ tell: (FeedEvent) -> Void
  ) {
    if let message = GroupMessage(response) { tell(.message(slot, message)) }
    if let error = verdict(response) { tell(.responseReceived(slot, response.apiKey, error)) }
  }

  /// nil for what says nothing of the membership.
  private static func verdict(_ response: Response) -> ErrorCode? {
    switch response {
    case .joinGroup(let answer): answer.errorCode
    case .syncGroup(let answer): answer.errorCode
    case .leaveGroup(let answer): answer.errorCode
    case .heartbeat(let answer) where answer.errorCode != .none: answer.errorCode
    default: nil
    }
  }

  /// Whether the coordinator takes the heartbeat for a sign of life.
  public static func isSignOfLife(_ response: Response?) -> Bool {
    guard case .heartbeat(let answer)? = response else { return false }
    return answer.errorCode == .none || answer.errorCode == .rebalanceInProgress
  }
}

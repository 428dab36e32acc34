import Feed
import KafkaModel

/// Why a group could not be looked at.
public enum WatchFailure: Error, Hashable, Sendable {
  /// No answer came.
  case broker(BrokerFailure)
  /// No such group.
  case missing
  /// Its members speak a protocol that is not spoken here.
  case notSpoken(String)
  /// The broker will not tell: which question, and its error code.
  case denied(ApiKey, ErrorCode)
  /// The broker cannot tell now.
  case notNow(ApiKey, ErrorCode)

  /// One line: what and where.
  public func text(_ group: GroupId) -> String {
    switch self {
    case .broker(let failure): failure.detail
    case .missing: "group '\(group)' does not exist"
    case .notSpoken(let name):
      "group '\(group)' has the group protocol '\(name)': it is not spoken yet, only classic"
    case .denied(let api, let code): "group '\(group)': no permission for \(api) (\(code))"
    case .notNow(let api, let code): "group '\(group)': \(api) is answered with \(code)"
    }
  }

  /// The word for the screen; nil where it is no trouble of the source's.
  var trouble: Trouble? {
    switch self {
    case .broker(let failure): failure.trouble
    case .missing: nil
    case .notSpoken: .impossible
    case .denied: .refused
    case .notNow: .brokerGone
    }
  }

  /// What an error code in an answer means; nil where it is none.
  init?(_ code: ErrorCode, to api: ApiKey) {
    switch code {
    case .none: return nil
    case .groupIdNotFound: self = .missing
    case .topicAuthorizationFailed, .groupAuthorizationFailed, .clusterAuthorizationFailed,
      .transactionalIdAuthorizationFailed:
      self = .denied(api, code)
    default: self = .notNow(api, code)
    }
  }
}

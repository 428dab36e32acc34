import Cluster
import KafkaModel
import KafkaSecurity

/// A cluster that is only looked at, and how to reach it.
struct LookedAtCluster {
  let bootstrap: [BrokerAddress]
  let caps: VersionCaps
  let connection: ConnectionConfig

  /// The address as it is shown: the first one, and that there are more.
  var place: String {
    let first = bootstrap.first.map(\.description) ?? ""
    return bootstrap.count > 1 ? "\(first) +\(bootstrap.count - 1)" : first
  }

  func options(_ group: GroupId, intervalMs: Int64) -> WatchOptions {
    var options = WatchOptions(bootstrap: bootstrap, group: group, intervalMs: intervalMs)
    options.caps = caps
    options.connection = connection
    return options
  }

  func groups() throws(Failure) -> [GroupListing] {
    do throws(WatchFailure) {
      return try GroupListing.list(of: bootstrap, caps: caps, connection: connection)
    } catch {
      throw .failed(Self.text(error))
    }
  }

  private static func text(_ failure: WatchFailure) -> String {
    switch failure {
    case .broker(let failure): failure.detail
    case .denied(let api, let code): "no permission for \(api) (\(code))"
    case .notNow(let api, let code): "\(api) is answered with \(code)"
    case .missing, .notSpoken: "no groups can be listed"
    }
  }
}

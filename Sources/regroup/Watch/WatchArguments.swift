import ArgumentParser
import Cluster
import KafkaModel

/// Where the cluster is, for commands that only look at it.
struct ClusterArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where a broker of the cluster listens; several with commas.", valueName: "host:port"),
    transform: DriveArguments.brokers)
  var bootstrapServer: [BrokerAddress]

  @Option(
    help: ArgumentHelp("Highest versions of APIs to use.", visibility: .hidden),
    transform: DriveArguments.caps)
  var apiMax = VersionCaps()

  /// The address as it is shown: the first one, and that there are more.
  var place: String {
    let first = bootstrapServer.first.map(\.description) ?? ""
    return bootstrapServer.count > 1 ? "\(first) +\(bootstrapServer.count - 1)" : first
  }

  func options(_ group: GroupId, intervalMs: Int64) -> WatchOptions {
    var options = WatchOptions(bootstrap: bootstrapServer, group: group, intervalMs: intervalMs)
    options.caps = apiMax
    return options
  }

  func groups() throws(Failure) -> [GroupListing] {
    do throws(WatchFailure) {
      return try GroupListing.list(of: bootstrapServer, caps: apiMax)
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

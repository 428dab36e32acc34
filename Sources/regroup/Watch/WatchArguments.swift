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

  @OptionGroup var connection: ConnectionArguments

  /// Reads the settings of the connection, once: a password may be asked for.
  func read() throws(Failure) -> LookedAtCluster {
    LookedAtCluster(
      bootstrap: bootstrapServer, caps: apiMax, connection: try connection.read().config)
  }
}

// swift-tools-version: 6.2
import PackageDescription

/// CI turns warnings of our own targets into errors; a developer sees them and goes on.
let strict = Context.environment["CI"] != nil
let settings: [SwiftSetting] = strict ? [.treatAllWarnings(as: .error)] : []

let collections = "swift-collections"
let nio = "swift-nio"
let ordered = Target.Dependency.product(name: "OrderedCollections", package: collections)
let heap = Target.Dependency.product(name: "HeapModule", package: collections)
/// TLS and the hashes of SCRAM; without the trait neither is built.
let crypto = Target.Dependency.product(
  name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Security"]))
let tls = Target.Dependency.product(
  name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["Security"]))
let handshakes = Target.Dependency.product(
  name: "NIOTLS", package: nio, condition: .when(traits: ["Security"]))
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

func pure(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target; fixtures are copied beside the test bundle, goldens and transcripts are
/// read and rewritten where they lie.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], hasFixtures: Bool = false,
  excluding excluded: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport"], exclude: excluded,
    resources: hasFixtures ? [.copy("Fixtures")] : nil, swiftSettings: settings)
}

let package = Package(
  name: "regroup",
  products: [.executable(name: "regroup", targets: ["regroup"])],
  traits: [
    .default(enabledTraits: ["Security"]),
    .trait(name: "Security", description: "TLS and SASL, by NIOSSL and swift-crypto"),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    pure("KafkaModel"),
    pure("Coordinator", ["KafkaModel", ordered]),
    pure("Client", ["KafkaModel"]),
    pure("Feed", ["KafkaModel"]),
    pure("Chronicle", ["Coordinator", "Feed", "KafkaModel"]),
    pure("Simulation", ["Chronicle", "Coordinator", "Client", "Feed", "KafkaModel", heap]),
    pure("Narration", ["Feed", "KafkaModel"]),
    pure("Lessons", ["Simulation", "Narration", "Feed", "KafkaModel"]),
    pure("Screen"),
    pure("Board", ["Screen", "Feed", "Narration", "KafkaModel"]),
    pure("Export", ["Screen", "Feed", "KafkaModel"]),
    pure("KafkaWire", ["KafkaModel"]),
    .target(
      name: "KafkaSecurity",
      dependencies: [crypto, tls, handshakes, .product(name: "NIOCore", package: nio)],
      swiftSettings: settings),
    .systemLibrary(name: "CNcursesw", providers: [.apt(["libncurses-dev"])]),
    .target(name: "Terminal", dependencies: ["Screen", "CNcursesw"], swiftSettings: settings),
    .target(
      name: "Live",
      dependencies: [
        "Feed", .product(name: "NIOCore", package: nio), .product(name: "NIOPosix", package: nio),
      ], swiftSettings: settings),
    .target(
      name: "Cluster",
      dependencies: [
        "Live", "KafkaWire", "KafkaSecurity", "Client", "Feed", "KafkaModel",
        .product(name: "NIOCore", package: nio), .product(name: "NIOPosix", package: nio),
      ], swiftSettings: settings),
    .target(
      name: "Endpoint",
      dependencies: [
        "Live", "Chronicle", "KafkaWire", "KafkaSecurity", "Coordinator", "Feed", "KafkaModel",
        .product(name: "NIOCore", package: nio), .product(name: "NIOPosix", package: nio),
      ], swiftSettings: settings),
    .executableTarget(
      name: "regroup",
      dependencies: [
        "KafkaModel", "Coordinator", "Client", "Feed", "Simulation", "Narration", "Lessons",
        "Screen", "Board", "Export", "Terminal", "KafkaWire", "KafkaSecurity", "Live", "Cluster",
        "Endpoint", arguments,
      ], swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(
      of: "Board", ["Board", "Narration", "Screen", "Feed", "KafkaModel"],
      excluding: ["Goldens"]),
    tests(of: "Client", ["Client", "Coordinator", "KafkaModel"]),
    tests(
      of: "Cluster",
      [
        "Cluster", "Live", "KafkaWire", "KafkaSecurity", "Client", "Feed", "KafkaModel",
        .product(name: "NIOCore", package: nio), .product(name: "NIOPosix", package: nio),
      ]),
    tests(of: "Coordinator", ["Coordinator", "KafkaModel"], hasFixtures: true),
    tests(
      of: "Endpoint",
      [
        "Endpoint", "Live", "Chronicle", "Coordinator", "KafkaSecurity", "KafkaWire", "Feed",
        "KafkaModel",
      ], hasFixtures: true),
    tests(of: "Export", ["Export", "Screen", "Feed", "KafkaModel"]),
    tests(of: "Feed", ["Feed", "KafkaModel"], excluding: ["Goldens"]),
    tests(of: "Fuzz", ["KafkaWire", "KafkaModel"], excluding: ["Fixtures", "Harness"]),
    tests(of: "KafkaModel", ["KafkaModel"], hasFixtures: true),
    tests(of: "KafkaSecurity", ["KafkaSecurity"]),
    tests(of: "KafkaWire", ["KafkaWire", "KafkaModel"], hasFixtures: true),
    tests(of: "Narration", ["Narration", "Feed", "KafkaModel"]),
    tests(of: "Screen", ["Screen"]),
    tests(of: "Terminal", ["Terminal", "Screen", "CNcursesw"]),
    tests(
      of: "Lessons",
      ["Lessons", "Board", "Export", "Feed", "KafkaModel", "Narration", "Screen", "Simulation"],
      excluding: ["Goldens"]),
    tests(
      of: "Simulation", ["Simulation", "Coordinator", "Client", "Feed", "KafkaModel"],
      excluding: ["Transcripts"]),
    tests(of: "Tidy"),
    tests(
      of: "regroup",
      [
        "regroup", "Board", "Client", "Cluster", "Coordinator", "Export", "Feed", "KafkaModel",
        "KafkaSecurity", "Lessons", "Live", "Narration", "Screen", "Simulation",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

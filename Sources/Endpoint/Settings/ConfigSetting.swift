import KafkaModel

/// A setting as an administrator sees it: its value, and where that comes from.
struct ConfigSetting {
  let name: String
  let value: String
  let kind: Kind
  /// Kafka's default, where it has one.
  let standard: String?
  /// Where the value was set, if it is not the default.
  var setAt = Source.broker
  /// Of a broker: it cannot be changed while it runs.
  var isReadOnly = true

  /// `DescribeConfigsResponse.ConfigSource`.
  enum Source: Int8 {
    case topic = 1
    /// For all brokers, while they run.
    case cluster = 3
    case broker = 4
    case standard = 5
  }

  /// `DescribeConfigsResponse.ConfigType`.
  enum Kind: Int8 {
    case boolean = 1
    case string = 2
    case int = 3
    case short = 4
    case long = 5
    case double = 6
    case list = 7
  }

  /// The values that there are for it, the one that counts first.
  var synonyms: [DescribeConfigsResponse.Synonym] {
    let own = DescribeConfigsResponse.Synonym(name: name, value: value, source: setAt.rawValue)
    let others = standard.map {
      [DescribeConfigsResponse.Synonym(name: name, value: $0, source: Source.standard.rawValue)]
    }
    return (value != standard || setAt == .cluster ? [own] : []) + (others ?? [])
  }

  func told(withSynonyms: Bool) -> DescribeConfigsResponse.Config {
    .init(
      name: name, value: value, readOnly: isReadOnly,
      configSource: synonyms.first?.source ?? Source.standard.rawValue,
      synonyms: withSynonyms ? synonyms : [], configType: kind.rawValue)
  }
}

extension ConfigSetting.Kind {
  /// What is wrong with a value (`ConfigDef.parseType`); nil where it is one.
  func fault(_ value: String) -> String? {
    let isRight =
      switch self {
      case .boolean: ["true", "false"].contains(value.lowercased())
      case .int: Int32(value) != nil
      case .short: Int16(value) != nil
      case .long: Int64(value) != nil
      case .double: Double(value) != nil
      case .string, .list: true
      }
    if isRight { return nil }
    if self == .boolean { return "Expected value to be either true or false" }
    return "Not a number of type \("\(self)".uppercased())"
  }
}

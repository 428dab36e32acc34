import KafkaModel

extension TransactionVersion {
  /// The name of the cluster's feature.
  public static let feature = "transaction.version"
}

extension ApiVersionsResponse {
  /// The level at which the cluster has a feature (KIP-584); nil where it has none, or where the
  /// answer's tagged fields are no features.
  public func finalizedLevel(of feature: String) -> Int16? {
    guard let field = tagged.first(where: { $0.tag == Self.finalizedFeatures }) else { return nil }
    return try? Self.level(of: feature, in: field.bytes)
  }

  /// `finalized_features`: each with its name, its newest level and its oldest.
  private static let finalizedFeatures: UInt32 = 2

  private static func level(
    of feature: String, in bytes: [UInt8]
  ) throws(ByteError) -> Int16? {
    var input = ByteReader(bytes)
    for _ in 0..<(try input.count(compact: true, minBytes: 6)) {
      let name = try input.string(compact: true)
      let newest = try input.int16()
      _ = try input.int16()
      _ = try input.taggedFields()
      if name == feature { return newest }
    }
    return nil
  }
}

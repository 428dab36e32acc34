/// What a client may do, where it asks: everything, as nobody is asked what he may do
/// (`AclEntry.supportedOperations`, each operation a bit).
enum AuthorizedOperations {
  /// READ, WRITE, CREATE, DELETE, ALTER, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS.
  static let topic: Int32 = 3_576
  /// READ, DELETE, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS.
  static let group: Int32 = 3_400
  /// CREATE, ALTER, DESCRIBE, CLUSTER_ACTION, DESCRIBE_CONFIGS, ALTER_CONFIGS, IDEMPOTENT_WRITE.
  static let cluster: Int32 = 8_096
}

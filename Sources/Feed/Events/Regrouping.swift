/// What cannot change in a running group, so that all its members stop and start again.
public enum Regrouping: Hashable, Sendable {
  /// `partition.assignment.strategy`.
  case assignors([String])
  /// `group.instance.id` for all, or for none (KIP-345).
  case membership(isStatic: Bool)
}

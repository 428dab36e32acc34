import Screen

/// Labels that stand in one column.
enum ColumnLabel {
  static func padded(_ label: String) -> String {
    label + String(repeating: " ", count: max(0, 5 - DisplayWidth.of(label)))
  }
}

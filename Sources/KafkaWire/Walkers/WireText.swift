import KafkaModel

/// A value that travels as a string.
protocol WireText {
  var wire: String { get }
  init(wire: String)
}

extension String: WireText {
  var wire: String { self }
  init(wire: String) { self = wire }
}

extension Id: WireText {
  var wire: String { text }
  init(wire: String) { self.init(wire) }
}

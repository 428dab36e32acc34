extension LineWriter {
  mutating func values(_ answer: HeldAnswer) {
    field("at", answer.point.rawValue)
    field("givesUpMs", answer.givesUpMs)
    field("known", answer.isKnown ? "yes" : "no")
  }
}

extension LineReader {
  mutating func holdPointIfAny() throws(LineFault) -> HoldPoint? {
    guard let name = try textIfAny("at") else { return nil }
    guard let point = HoldPoint(rawValue: name) else { throw .badValue("at") }
    return point
  }

  mutating func heldAnswerIfAny() throws(LineFault) -> HeldAnswer? {
    guard let point = try holdPointIfAny() else { return nil }
    return HeldAnswer(
      point: point, givesUpMs: try number("givesUpMs", in: RecordingLimits.timesMs),
      isKnown: try one(of: [true, false], "known") { $0 ? "yes" : "no" })
  }
}

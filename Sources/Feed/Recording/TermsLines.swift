extension LineWriter {
  mutating func values(_ terms: MemberTerms) {
    field("sessionMs", terms.sessionTimeoutMs)
    field("rebalanceMs", terms.rebalanceTimeoutMs)
    if !terms.software.isEmpty { field("software", terms.software) }
    for name in terms.assignors { field("assignor", name) }
  }
}

extension LineReader {
  mutating func terms() throws(LineFault) -> MemberTerms {
    let sessionMs: Int32 = try number("sessionMs")
    let rebalanceMs: Int32 = try number("rebalanceMs")
    let software = try textIfAny("software") ?? ""
    return MemberTerms(
      assignors: try texts("assignor"), sessionTimeoutMs: sessionMs,
      rebalanceTimeoutMs: rebalanceMs, software: software)
  }
}

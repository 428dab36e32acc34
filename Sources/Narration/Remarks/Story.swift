/// Why, Cost, Next: the three lines at the foot of the picture, in no language yet.
public struct Story: Hashable, Sendable {
  public var why: [WhyRemark]
  public var cost: [CostRemark]
  public var next: [NextRemark]
  /// How each line is known, where that differs.
  public var evidence: StoryEvidence?

  public init(
    why: [WhyRemark], cost: [CostRemark], next: [NextRemark], evidence: StoryEvidence? = nil
  ) {
    self.evidence = evidence
    self.why = why
    self.cost = cost
    self.next = next
  }

  /// The three lines in words.
  public func text(in language: Language) -> StoryText {
    let book = language.story
    return StoryText(
      why: .joined(why.map(book.why)),
      cost: .joined(cost.map(book.cost), by: "   "),
      next: .joined(next.map(book.next)))
  }
}

/// Why, Cost, Next in words.
public struct StoryText: Hashable, Sendable {
  public var why: Phrase
  public var cost: Phrase
  public var next: Phrase
}

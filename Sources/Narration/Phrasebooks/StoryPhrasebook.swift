/// The words of Why, Cost and Next in one language.
protocol StoryPhrasebook: Sendable {
  func why(_ remark: WhyRemark) -> Phrase
  func cost(_ remark: CostRemark) -> Phrase
  func next(_ remark: NextRemark) -> Phrase
}

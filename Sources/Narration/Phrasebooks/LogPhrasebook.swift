/// The words of the log in one language.
protocol LogPhrasebook: Sendable {
  func line(_ remark: LogRemark) -> Phrase
}

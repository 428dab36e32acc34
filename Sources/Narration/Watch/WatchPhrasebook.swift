/// The words of a group that is looked at from outside, in one language.
public protocol WatchPhrasebook: Sendable {
  func why(_ remark: WatchRemark) -> Phrase
  func next(_ remark: WatchNext) -> Phrase
  func cost(_ remark: WatchCost) -> Phrase
  func summary(_ summary: RebalanceSummary) -> Phrase
  func evidence(_ evidence: Evidence) -> String
  /// How often it is asked.
  func every(ms: Int64) -> String
  func count(members: Int, partitions: Int) -> String
  func lag(_ lag: Int64?) -> String
  /// What partitions without an owner stand under.
  var nobody: String { get }
  var ownsNothing: String { get }
  /// In ten columns.
  var ownsNothingShort: String { get }
  /// Over the partitions and the lag of members.
  var sharesHeading: String { get }
  var notKnown: String { get }
  /// Behind a member that is gone.
  func gone(agoMs: Int64) -> String
  /// Owners that are shown are as old as that.
  func owners(agoMs: Int64) -> String
  /// Above the list of groups, and what to press.
  var chooseGroup: String { get }
  var chooseKeys: String { get }
  var noGroups: String { get }
  /// How long ago the group was last seen.
  func seen(agoMs: Int64) -> String
}

extension WatchPhrasebook {
  /// A whole number as both languages write it.
  public func number(_ number: Int64) -> String { NumberWords.grouped(number) }
}

extension Language {
  public var watch: any WatchPhrasebook {
    switch self {
    case .english: EnglishWatch()
    case .korean: KoreanWatch()
    }
  }
}

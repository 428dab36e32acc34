import Cluster
import Feed
import KafkaModel

/// Groups under the names that may be shown: their own, or what stands for them.
struct ShownGroups {
  private(set) var anonymizer: Anonymizer?

  init(_ anonymizer: Anonymizer?) { self.anonymizer = anonymizer }

  mutating func name(_ group: GroupId) -> GroupId { anonymizer?.alias(of: group) ?? group }

  mutating func names(_ groups: [GroupListing]) -> [GroupListing] {
    groups.map { group in
      var shown = group
      shown.group = name(group.group)
      return shown
    }
  }

  /// Where they are.
  func place(_ cluster: LookedAtCluster) -> String {
    anonymizer == nil ? cluster.place : "the cluster"
  }
}

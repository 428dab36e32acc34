import KafkaModel

/// What a drive works with, and what of it is ours to delete.
struct Provisioned {
  /// Those that are read.
  var topics: [ObservedTopic]
  /// The one that transactional members write to.
  var output: ObservedTopic?
  var groupId: GroupId
  var ownTopics: [TopicName]
  var groupIsOurs: Bool

  /// What is read was made for this drive, or a part of it.
  var ownsInput: Bool { topics.contains { ownTopics.contains($0.name) } }
}

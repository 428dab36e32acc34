import KafkaModel

/// What a drive works with, and what of it is ours to delete.
struct Provisioned {
  var topics: [ObservedTopic]
  var groupId: GroupId
  var ownTopics: [TopicName]
  var groupIsOurs: Bool
}

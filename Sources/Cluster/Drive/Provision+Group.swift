import Client
import KafkaModel

extension Provision {
  /// Chooses the group's name: the given one where it exists and may be used, else one with the
  /// prefix. Without DescribeGroups nobody can tell whether a group is there.
  func chooseGroup(_ chosen: @escaping () -> Void) {
    let given = GroupId(options.group ?? DriveOptions.prefix + options.tag)
    let own = GroupId(DriveOptions.prefixed(given.text))
    guard router.version(of: .describeGroups) != nil else {
      groupIsOurs = !(options.allowForeign && options.group != nil)
      groupId = groupIsOurs ? own : given
      return chosen()
    }
    exists(given) { givenExists in
      if givenExists, self.options.allowForeign {
        (self.groupId, self.groupIsOurs) = (given, false)
        return chosen()
      }
      self.exists(own) { ownExists in
        if ownExists, !self.options.allowForeign {
          return self.refuse("group \(own) is there already; --allow-foreign would join it")
        }
        (self.groupId, self.groupIsOurs) = (own, !ownExists)
        chosen()
      }
    }
  }

  private func exists(_ group: GroupId, _ answered: @escaping (Bool) -> Void) {
    let find = FindCoordinatorRequest(coordinatorKeys: [group.text])
    ask(.findCoordinator(find)) { response in
      guard case .findCoordinator(let answer) = response,
        let found = answer.coordinators.first
      else { return }
      switch found.errorCode {
      case .none: self.describe(group, found.nodeId, answered)
      // As long as `__consumer_offsets` is being made, which some clusters never manage.
      case .coordinatorNotAvailable, .coordinatorLoadInProgress, .notCoordinator:
        self.waited(for: "the group's coordinator", found.errorCode)
        self.again { self.exists(group, answered) }
      default: self.refuse("group \(group): \(found.errorCode)")
      }
    }
  }

  private func describe(
    _ group: GroupId, _ coordinator: BrokerId, _ answered: @escaping (Bool) -> Void
  ) {
    let request = DescribeGroupsRequest(groups: [group])
    ask(.describeGroups(request), .broker(coordinator), lane: .coordinator) { response in
      guard case .describeGroups(let answer) = response, let found = answer.groups.first else {
        return
      }
      switch found.errorCode {
      case .none: answered(found.groupState != GroupState.dead.rawValue)
      case .groupIdNotFound: answered(false)
      case .notCoordinator, .coordinatorNotAvailable, .coordinatorLoadInProgress:
        self.waited(for: "the group's coordinator", found.errorCode)
        self.again { self.exists(group, answered) }
      default: self.refuse("group \(group): \(found.errorCode)")
      }
    }
  }
}

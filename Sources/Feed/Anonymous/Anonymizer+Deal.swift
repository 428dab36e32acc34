extension Anonymizer {
  /// An assignor's decisions, which a source takes from its own world.
  public mutating func rewrite(_ deal: Deal) -> Deal {
    Deal(
      assignor: rewrite(assignor: deal.assignor),
      moves: deal.moves.map { move in
        switch move {
        case .topic(let topic, let count, let members):
          .topic(rewrite(topic), partitions: count, members: members)
        case .gave(let partition, let slot, let reason):
          .gave(rewrite(partition), slot, because: reason)
        case .withheld(let partition, let slot): .withheld(rewrite(partition), slot)
        }
      })
  }
}

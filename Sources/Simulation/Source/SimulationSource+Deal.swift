import Feed
import KafkaModel

extension SimulationSource {
  /// How the last plan was made: the leader's assignor, run once more while somebody looks on.
  /// Nil before there was one.
  public var deal: Deal? {
    guard let planned = world.planned, let assignor = Assignors.named(planned.assignor),
      let deal = Deal(of: planned.input, by: assignor, slot: { world.slots[$0] })
    else { return nil }
    var anonymizer = anonymizer
    return anonymizer?.rewrite(deal) ?? deal
  }
}

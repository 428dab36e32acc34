import Feed

/// Who reads what, by member in the order of their letters; what nobody reads comes last.
struct Sharing {
  var slot: MemberSlot?
  var partitions: [PartitionName]

  static func shares(_ readers: [LessonAnswer.Reader]) -> [Sharing] {
    let slots = readers.compactMap(\.slot).sorted { $0.index < $1.index }
    var shares: [Sharing] = []
    for slot in slots where shares.last?.slot != slot {
      shares.append(Sharing(slot: slot, partitions: []))
    }
    if readers.contains(where: { $0.slot == nil }) { shares.append(Sharing(partitions: [])) }
    for place in shares.indices {
      shares[place].partitions =
        readers.filter { $0.slot == shares[place].slot }.map(\.partition)
    }
    return shares
  }
}

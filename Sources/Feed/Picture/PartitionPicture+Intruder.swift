extension PartitionPicture {
  /// Who reads it though the plan names another: a member that does not know yet that it was
  /// removed, fenced or left behind.
  public var intruder: MemberSlot? {
    if let staleReader { return staleReader }
    guard status == .read, let reader, let owner = planned.slot, owner != reader else { return nil }
    return reader
  }
}

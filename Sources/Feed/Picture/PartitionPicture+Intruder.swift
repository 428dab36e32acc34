extension PartitionPicture {
  /// Who reads it though the plan names another: a member that does not know yet that it was
  /// removed, fenced or left behind.
  public var intruder: MemberSlot? {
    if let staleReader { return staleReader }
    guard status == .read, let reader else { return nil }
    if isReadFromOutside { return reader }
    guard let owner = planned.slot, owner != reader else { return nil }
    return reader
  }

  /// Somebody reads it whom the group has gone on without: what it reads is read again.
  public var isReadOutside: Bool { staleReader != nil || isReadFromOutside }
}

import KafkaModel

extension DriveOptions {
  /// Who is there at the start.
  var firstCast: [CastMember] { cast ?? (1...members).map(newcomer) }

  /// The member of that number where nobody gave it a name, counted from 1.
  func newcomer(_ number: Int) -> CastMember {
    let name = "consumer-\(number)"
    return CastMember(name: name, clientId: ClientId(name), instanceId: instanceId(of: name))
  }

  /// An instance id is unique within its group: in one of our own, a name will do. In somebody
  /// else's it must throw out nobody, so that it carries what tells this run from others.
  private func instanceId(of name: String) -> InstanceId? {
    if !isStatic { return nil }
    return InstanceId(allowForeign ? "\(Self.prefix)\(tag)-\(name)" : name)
  }
}

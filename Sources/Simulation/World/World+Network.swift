import Client
import Feed
import KafkaModel

/// The one way out of clients and brokers: what may be held, lost or delayed is here.
extension World {
  /// From a client to a broker.
  mutating func send(_ outgoing: consuming Outgoing, from party: Party) {
    let address = Address(
      party: party, process: number(of: party), correlationId: outgoing.correlationId,
      lane: outgoing.lane)
    var envelope = Envelope(address: address, body: outgoing.request)
    if case .broker(let broker) = outgoing.destination { envelope.broker = broker }
    if !isConnected(party) {
      self[party].heldRequests.append((envelope, atMs: nowMs))
    } else if isLost() {
      breakConnection(of: address)
    } else {
      put(envelope)
    }
  }

  private mutating func put(_ envelope: consuming Envelope<Request>) {
    let address = envelope.address
    let lane = Int(address.lane.number)
    let atMs = max(nowMs + latency(address.lane), self[address.party].lastRequestMs[lane])
    self[address.party].lastRequestMs[lane] = atMs
    queue.put(.request(envelope), atMs: atMs)
  }

  /// The client's next connection owes the order of this one nothing: what is still on its way
  /// may be overtaken.
  private mutating func breakConnection(of address: Address) {
    queue.put(.failed(address), atMs: nowMs + latency(address.lane))
    self[address.party].lastRequestMs[Int(address.lane.number)] = nowMs
    self[address.party].lastResponseMs[Int(address.lane.number)] = nowMs
  }

  mutating func send(_ response: consuming Response, to address: Address) {
    send(Envelope(address: address, body: plant == nil ? response : bend(response)))
  }

  /// From a broker to a client.
  mutating func send(_ envelope: consuming Envelope<Response>) {
    let party = envelope.address.party
    guard isCurrent(envelope.address) else { return }
    if !isConnected(party) {
      self[party].heldResponses.append(envelope)
    } else if isLost() {
      breakConnection(of: envelope.address)
    } else {
      let lane = Int(envelope.address.lane.number)
      let atMs = max(nowMs + latency(envelope.address.lane), self[party].lastResponseMs[lane])
      self[party].lastResponseMs[lane] = atMs
      queue.put(.response(envelope), atMs: atMs)
    }
  }

  /// The cut is mended: TCP sends again what it still has. A request the client has given up on
  /// went with its connection.
  mutating func sendHeld(_ party: Party) {
    let requests = self[party].heldRequests
    let responses = self[party].heldResponses
    self[party].heldRequests = []
    self[party].heldResponses = []
    for (envelope, atMs) in requests
    where nowMs - atMs < scenario.consumer.requestTimeoutMs
      && envelope.address.process == number(of: party)
    {
      put(envelope)
    }
    for envelope in responses { send(envelope) }
  }

  private mutating func latency(_ lane: Lane) -> Int64 {
    let plain = generator.int(in: scenario.latencyMs) + faults[lane]
    guard faults.delayPerMille > 0, generator.int(in: 0...999) < faults.delayPerMille else {
      return plain
    }
    return plain + faults.delayMs
  }

  private mutating func isLost() -> Bool {
    faults.lossPerMille > 0 && generator.int(in: 0...999) < faults.lossPerMille
  }
}

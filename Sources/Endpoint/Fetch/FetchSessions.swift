import KafkaModel

/// The fetch sessions of all clients (`FetchManager`), few and small enough to be kept.
struct FetchSessions {
  /// How a Fetch is answered.
  enum Context {
    case sessionless
    /// Everything that was asked for; then it is a session.
    case opening(usesIds: Bool)
    /// Only what is new.
    case session(Int32, epoch: Int32)
  }

  private var sessions: [Int32: FetchSession] = [:]
  private var generator: SeededGenerator
  /// Ids to be given out first, for tests.
  var foretold: [Int32] = []
  /// Of all sessions together.
  private(set) var partitionCount = 0

  /// `max.incremental.fetch.session.cache.slots`.
  static let slots = 1_000
  private static let partitionLimit = 100_000
  /// `min.incremental.fetch.session.eviction.ms`.
  private static let evictionMs: Int64 = 120_000

  init(seed: UInt64) { generator = SeededGenerator(seed: seed &* 17 &+ 5) }

  var count: Int { sessions.count }

  /// How to answer, and what is to be read.
  mutating func context(
    of request: FetchRequest, usesIds: Bool, nowMs: Int64
  ) -> Result<(Context, [FetchRequest.Topic]), SessionFault> {
    let id = request.sessionId
    if request.sessionEpoch == 0 || request.sessionEpoch == -1 {
      remove(id)
      let isLast = request.sessionEpoch == -1
      return .success((isLast ? .sessionless : .opening(usesIds: usesIds), request.topics))
    }
    guard var session = sessions[id] else { return .failure(.init(.fetchSessionIdNotFound)) }
    guard session.epoch == request.sessionEpoch else {
      return .failure(.init(.invalidFetchSessionEpoch))
    }
    guard session.usesIds == usesIds else { return .failure(.init(.fetchSessionTopicIdError)) }
    let before = session.count
    session.update(request.topics, forgetting: request.forgottenTopics)
    if session.count == 0 || partitionCount + session.count - before > Self.partitionLimit {
      remove(id)
      return .success((.sessionless, request.topics))
    }
    partitionCount += session.count - before
    session.epoch = session.epoch == .max ? 1 : session.epoch + 1
    session.usedMs = nowMs
    sessions[id] = session
    return .success((.session(id, epoch: session.epoch), session.topics))
  }

  /// The answer as the context wants it.
  mutating func finish(
    _ response: FetchResponse, _ context: Context, _ request: FetchRequest, nowMs: Int64
  ) -> FetchResponse {
    var response = response
    switch context {
    case .sessionless: break
    case .opening(let usesIds):
      response.sessionId = open(request, usesIds: usesIds, response, nowMs: nowMs)
    case .session(let id, let epoch):
      // Another request of the session may have come while this one waited.
      guard sessions[id]?.epoch == epoch else {
        return FetchResponse(errorCode: .invalidFetchSessionEpoch)
      }
      response.sessionId = id
      response.responses = sessions[id]?.told(response, onlyNews: true) ?? []
    }
    return response
  }

  /// 0 where there is no room: then the client names everything again.
  private mutating func open(
    _ request: FetchRequest, usesIds: Bool, _ response: FetchResponse, nowMs: Int64
  ) -> Int32 {
    var session = FetchSession(request.topics, usesIds: usesIds, nowMs: nowMs)
    guard session.count > 0, makeRoom(for: session.count, nowMs: nowMs) else { return 0 }
    _ = session.told(response, onlyNews: false)
    let id = newId()
    sessions[id] = session
    partitionCount += session.count
    return id
  }

  private mutating func makeRoom(for count: Int, nowMs: Int64) -> Bool {
    while sessions.count >= Self.slots || partitionCount + count > Self.partitionLimit {
      guard let oldest = sessions.min(by: { $0.value.usedMs < $1.value.usedMs }),
        nowMs - oldest.value.usedMs > Self.evictionMs
      else { return false }
      remove(oldest.key)
    }
    return true
  }

  private mutating func remove(_ id: Int32) {
    partitionCount -= sessions.removeValue(forKey: id)?.count ?? 0
  }

  private mutating func newId() -> Int32 {
    if !foretold.isEmpty { return foretold.removeFirst() }
    while true {
      let id = Int32(truncatingIfNeeded: generator.next() & 0x7FFF_FFFF)
      if id > 0, sessions[id] == nil { return id }
    }
  }
}

/// Why a session cannot go on.
struct SessionFault: Error {
  var code: ErrorCode
  init(_ code: ErrorCode) { self.code = code }
}

import Feed
import Glibc
import NIOCore
import NIOPosix

/// The member processes: starts and ends them, passes lines in both directions, reaps them.
public final class ProcessFleet {
  private struct Child {
    var process: ChildProcess
    var channel: (any Channel)?
    /// Lines for it while its channel is being made.
    var unsent: [String] = []
  }

  private let loop: any EventLoop
  private let environment: [String]
  private let errors: CInt
  private var children: [MemberSlot: Child] = [:]
  /// A line from a member.
  public var onLine: (MemberSlot, String) -> Void = { _, _ in }
  /// A member's process has ended, and all its lines have come.
  public var onEnd: (MemberSlot, ProcessEnd) -> Void = { _, _ in }

  /// `errors`: the descriptor that is the members' standard error.
  public init(loop: any EventLoop, environment: [String], errors: CInt) {
    self.loop = loop
    // A crash report would wait for a key, or fill the file with pages.
    self.environment =
      environment.filter { !$0.hasPrefix("SWIFT_BACKTRACE=") } + ["SWIFT_BACKTRACE=enable=no"]
    self.errors = errors
  }

  /// No process runs.
  public var isEmpty: Bool { children.isEmpty }
  /// Whose processes run, in their order.
  public var slots: [MemberSlot] { children.keys.sorted() }

  /// Whether the member has a process.
  public func isRunning(_ slot: MemberSlot) -> Bool { children[slot] != nil }

  /// Starts a program for a member that has none running.
  public func start(_ slot: MemberSlot, _ command: [String]) throws(SpawnFailure) {
    precondition(children[slot] == nil, "one process a slot")
    let process = try ChildProcess.start(
      command, environment: environment, errors: errors)
    children[slot] = Child(process: process, channel: nil)
    attach(slot, process)
  }

  /// Writes a line to the member's standard input.
  public func send(_ line: String, to slot: MemberSlot) {
    guard let channel = children[slot]?.channel else {
      children[slot]?.unsent.append(line)
      return
    }
    channel.writeAndFlush(ByteBuffer(string: line + "\n"), promise: nil)
  }

  /// SIGKILL.
  public func kill(_ slot: MemberSlot) { signal(slot, SIGKILL) }

  /// Sends a signal to the member's process; nothing where none runs.
  public func signal(_ slot: MemberSlot, _ signal: CInt) {
    guard let child = children[slot] else { return }
    Glibc.kill(child.process.pid, signal)
  }

  private func attach(_ slot: MemberSlot, _ process: ChildProcess) {
    let bound = NIOLoopBound(self, eventLoop: loop)
    NIOPipeBootstrap(group: loop)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers([
            ByteToMessageHandler(LineSplitter(limit: RecordingLimits.lineBytes)),
            ChildHandler(bound.value, slot),
          ])
        }
      }
      .takingOwnershipOfDescriptors(input: process.output, output: process.input)
      .assumeIsolated().whenComplete { result in
        switch result {
        case .success(let channel): self.attached(slot, channel)
        case .failure:
          self.kill(slot)
          self.reap(slot)
        }
      }
  }

  private func attached(_ slot: MemberSlot, _ channel: any Channel) {
    guard let child = children[slot] else { return }
    children[slot]?.channel = channel
    children[slot]?.unsent = []
    for line in child.unsent { send(line, to: slot) }
  }

  fileprivate func received(_ line: String, _ slot: MemberSlot) { onLine(slot, line) }

  /// The member has closed its output: it has ended, or is about to.
  fileprivate func outputEnded(_ slot: MemberSlot) { reap(slot) }

  private func reap(_ slot: MemberSlot, tries: Int = 0) {
    guard let child = children[slot] else { return }
    if let status = child.process.reap() {
      children[slot] = nil
      onEnd(slot, status)
      return
    }
    // One that has closed its output and lives on is of no use any more.
    if tries == 100 { kill(slot) }
    loop.assumeIsolated().scheduleTask(in: .milliseconds(10)) {
      self.reap(slot, tries: tries + 1)
    }
  }
}

/// The end of a member's pipeline.
private final class ChildHandler: ChannelInboundHandler {
  typealias InboundIn = String

  private let fleet: ProcessFleet
  private let slot: MemberSlot

  init(_ fleet: ProcessFleet, _ slot: MemberSlot) {
    self.fleet = fleet
    self.slot = slot
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    fleet.received(Self.unwrapInboundIn(data), slot)
  }

  func channelInactive(context: ChannelHandlerContext) { fleet.outputEnded(slot) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}

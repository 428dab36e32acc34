import ArgumentParser
import Board
import Cluster
import KafkaModel
import Screen
import Terminal

/// Which group is to be watched where nobody has said it: the only one, or one from a list.
struct GroupChoice {
  private let cluster: LookedAtCluster
  private let look: LookOptions
  private let isPlain: Bool

  init(_ cluster: LookedAtCluster, _ look: LookOptions, isPlain: Bool) {
    self.cluster = cluster
    self.look = look
    self.isPlain = isPlain
  }

  struct Chosen {
    var group: GroupId
    /// There were others.
    var isFromList: Bool
  }

  /// nil where one was not chosen, or the list was printed instead.
  func make(_ names: inout ShownGroups) throws -> Chosen? {
    let groups = try cluster.groups()
    if groups.count == 1 { return Chosen(group: groups[0].group, isFromList: false) }
    if groups.isEmpty { throw Failure.failed("\(names.place(cluster)): there are no groups") }
    let shown = names.names(groups)
    guard !isPlain, let session = Performance.session() else {
      var output = Output()
      for line in GroupLines.lines(shown, .text) { try output.line(line) }
      try output.flush()
      throw Failure.usage("--group: \(groups.count) groups are there; name one")
    }
    defer { session.close() }
    let place = names.anonymizer == nil ? cluster.place : ""
    return try choose(shown, place, session).map {
      Chosen(group: groups[$0].group, isFromList: true)
    }
  }

  /// The place of the one that is chosen.
  private func choose(
    _ groups: [GroupListing], _ place: String, _ session: TerminalSession
  ) throws -> Int? {
    let theme = Theme(shade: look.theme, depth: session.colorDepth)
    let glyphs = look.glyphs(isUtf8: session.hasUtf8Locale)
    var list = GroupList(
      language: look.language, place: place,
      rows: groups.map { .init(name: $0.group.text, detail: Self.detail($0)) })
    while true {
      let frame = list.render(width: session.width, height: session.height)
      session.present(frame.translated(to: glyphs), theme: theme)
      switch session.nextEvent(timeoutMs: -1) {
      case .key(let key):
        switch list.press(key) {
        case .group(let place): return place
        case .quit: return nil
        case nil: break
        }
      case .interrupted: throw ExitCode(Ending.interrupted.rawValue)
      case .terminated: throw ExitCode(Ending.terminated.rawValue)
      case .hungUp: throw ExitCode(Ending.hungUp.rawValue)
      case .resized, .continued, .woken, nil: break
      }
    }
  }

  private static func detail(_ group: GroupListing) -> String {
    [group.state, group.type, group.protocolType].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

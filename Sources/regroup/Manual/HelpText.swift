import ArgumentParser

/// The help of one command, taken apart.
struct HelpText {
  /// An argument or option with its meaning.
  struct Entry: Hashable, Sendable {
    var label: String
    var meaning: String
  }

  /// `regroup render figure`.
  private(set) var name = ""
  private(set) var usage = ""
  private(set) var entries: [Entry] = []

  init(_ command: any ParsableCommand.Type) {
    // So wide that no text is broken; what is indented further goes on with the line above.
    let help = Regroup.helpMessage(for: command, columns: 10_000)
    var isList = false
    for line in help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("USAGE: ") {
        usage = String(line.dropFirst("USAGE: ".count))
      } else if ["ARGUMENTS:", "OPTIONS:"].contains(line) {
        isList = true
      } else if !line.hasPrefix(" ") {
        isList = false
      } else if isList {
        add(line)
      }
    }
    name = usage.split(separator: " ").prefix { !"[<-".contains($0.first ?? "-") }
      .joined(separator: " ")
  }

  private mutating func add(_ line: String) {
    let text = line.drop { $0 == " " }
    if line.utf8.count - text.utf8.count > 2, !entries.isEmpty {
      let gap = entries.last?.meaning.isEmpty == true ? "" : " "
      entries[entries.count - 1].meaning += gap + text
      return
    }
    // Two blanks part a label from its meaning.
    var label = ""
    var rest = text
    while let character = rest.first, !rest.hasPrefix("  ") {
      label.append(character)
      rest.removeFirst()
    }
    entries.append(Entry(label: label, meaning: String(rest.drop { $0 == " " })))
  }
}

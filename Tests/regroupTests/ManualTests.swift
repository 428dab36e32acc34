import ArgumentParser
import Board
import Foundation
import Testing

@testable import regroup

/// The manual page names what there is.
@Suite struct ManualTests {
  @Test func `every command and every option is in it`() {
    let page = Manual.page
    var options = 0
    for command in Manual.all {
      let help = Regroup.helpMessage(for: command, columns: 60)
      let name = HelpText(command).name
      #expect(page.contains(".SS \(Roff.escaped(name))\n"), "\(name)")
      let section =
        page.components(separatedBy: ".SS \(Roff.escaped(name))\n").last?
        .components(separatedBy: "\n.S").first ?? ""
      for line in help.split(separator: "\n") where line.hasPrefix("  -") {
        let label = line.split(separator: " ").filter { $0.hasPrefix("-") }
          .map { $0.filter { $0 != "," } }
        for option in label where option.hasPrefix("--") || option.utf8.count == 2 {
          options += 1
          #expect(section.contains(Roff.escaped(option)), "\(name) \(option)")
        }
      }
    }
    #expect(options > 60)
    for command in CommandList.shown { #expect(page.contains(".SS regroup \(command)\n")) }
  }

  @Test func `every key is in it`() {
    let page = Manual.page
    for entry in KeyTable.entries {
      #expect(page.contains(".B \(Roff.escaped(KeyTable.allLabels(entry)))\n"))
    }
  }

  @Test func `text is never a macro`() {
    var roff = Roff()
    roff.line(".de x")
    roff.line("'nothing - \\n")
    roff.entry("→", "a\n.b")
    #expect(roff.text == "\\&.de x\n\\&'nothing \\- \\en\n.TP\n.B \\[u2192]\na .b\n")
    for line in Manual.page.split(separator: "\n") {
      #expect(line.utf8.allSatisfy { $0 < 0x7f })
      if line.hasPrefix(".") {
        #expect(
          [".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".nf", ".fi", ".br"]
            .contains { line == $0 || line.hasPrefix($0 + " ") })
      }
    }
  }
}

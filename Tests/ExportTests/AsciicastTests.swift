import Export
import Screen
import Testing

@Suite struct AsciicastTests {
  private func frame(_ rows: String...) -> Frame {
    var frame = Frame(width: 10, height: rows.count)
    for (y, row) in rows.enumerated() { frame.put(row, x: 0, y: y) }
    return frame
  }

  @Test func `the header says how large and what`() {
    #expect(
      Asciicast.header(width: 80, height: 24, title: "6-5 \"A\"")
        == """
        {"version":2,"width":80,"height":24,"title":"6-5 \\"A\\"",\
        "env":{"TERM":"xterm-256color"}}
        """)
  }

  @Test func `only rows that change are written, with their time`() {
    var cast = Asciicast(theme: Theme(shade: .dark, depth: .mono))
    let first = cast.line(frame("a", "b"), atMs: 0)
    #expect(
      first == #"[0.000,"o","\u001b[?25l\u001b[2J\u001b[1;1H\u001b[0ma\u001b[0m\u001b[K"#
        + #"\u001b[2;1H\u001b[0mb\u001b[0m\u001b[K"]"#)
    #expect(cast.line(frame("a", "b"), atMs: 100) == nil)
    #expect(
      cast.line(frame("a", "한"), atMs: 12_034)
        == #"[12.034,"o","\u001b[2;1H\u001b[0m한\u001b[0m\u001b[K"]"#)
  }
}

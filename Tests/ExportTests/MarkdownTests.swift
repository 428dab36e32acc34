import Export
import Testing

@Suite struct MarkdownTests {
  @Test func `a document of all there is`() {
    var document = Markdown()
    document.heading("Who reads", level: 2)
    document.paragraph(of: "one\ntwo")
    document.list(["a", "b"])
    document.list([])
    document.table(["time", "A"], [["0:01", "0 1"], ["0:02"]])
    #expect(
      document.text == """
        ## Who reads

        one two

        - a
        - b

        | time | A |
        | --- | --- |
        | 0:01 | 0 1 |
        | 0:02 |  |

        """)
  }

  @Test func `a name is never a mark`() {
    var document = Markdown()
    document.table(["a|b"], [["*x* <b> `c` [d](e) \\ #f_g_ &amp;\u{1b}[2J"]])
    #expect(document.text.contains(#"| a\|b |"#))
    #expect(
      document.text.contains(##"\*x\* \<b\> \`c\` \[d\](e) \\ \#f\_g\_ \&amp; \[2J"##))
  }
}

import Screen
import Testing

@Suite struct TextTests {
  @Test func linesBreakBetweenWords() {
    #expect(TextWrap.lines("one two three", width: 7) == ["one two", "three"])
    #expect(TextWrap.lines("one two", width: 3) == ["one", "two"])
    #expect(TextWrap.lines("", width: 7).isEmpty)
    #expect(TextWrap.lines("a\nb c", width: 9) == ["a", "b c"])
    #expect(TextWrap.lines("a longestword b", width: 5) == ["a", "longe", "stwor", "d b"])
  }

  @Test func koreanBreaksBetweenWordsToo() {
    let text = "스태틱 멤버는 LeaveGroup을 보내지 않는다."
    #expect(TextWrap.lines(text, width: 14) == ["스태틱 멤버는", "LeaveGroup을", "보내지 않는다."])
    let words = text.split(separator: " ").map(String.init)
    for width in 12...60 {
      let lines = TextWrap.lines(text, width: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(lines.joined(separator: " ").split(separator: " ").map(String.init) == words)
    }
    #expect(TextWrap.lines("가나다", width: 1) == ["가", "나", "다"])
  }

  @Test func numbersStandInColumns() {
    #expect(NumberText.grouped(0) == "0")
    #expect(NumberText.grouped(4_120) == "4,120")
    #expect(NumberText.grouped(-1_234_567) == "-1,234,567")
    #expect(NumberText.grouped(Int64.min) == "-9,223,372,036,854,775,808")
    #expect(NumberText.tenthsOfSeconds(ms: 12_149) == "12.1")
    #expect(NumberText.tenthsOfSeconds(ms: 12_150) == "12.2")
    #expect(NumberText.tenthsOfSeconds(ms: -40) == "0.0")
    #expect(NumberText.tenthsOfSeconds(ms: 4_000_000) == "4,000.0")
    #expect(ColumnText.right("7", width: 4) == "   7")
    #expect(ColumnText.right("12345", width: 4) == "12345")
    #expect(ColumnText.left("한", width: 4) == "한  ")
    #expect(ColumnText.clipped("한글", width: 3) == "한")
  }

  @Test func barsGrowByEighths() {
    #expect(Bar.horizontal(value: 0, full: 100, columns: 10) == "")
    #expect(Bar.horizontal(value: 1, full: 1_000_000, columns: 10) == "▏")
    #expect(Bar.horizontal(value: 35, full: 100, columns: 10) == "███▌")
    #expect(Bar.horizontal(value: 95, full: 100, columns: 10) == "█████████▌")
    #expect(Bar.horizontal(value: 900, full: 100, columns: 3) == "███")
    #expect(Bar.vertical(value: 0, full: 8) == nil)
    #expect((1...8).map { Bar.vertical(value: $0, full: 8)?.text } == "▁▂▃▄▅▆▇█".map { String($0) })
    #expect(Bar.roundFull(0) == 1)
    #expect(Bar.roundFull(35) == 50)
    #expect(Bar.roundFull(50) == 50)
    #expect(Bar.roundFull(51) == 100)
    #expect(Bar.roundFull(Int64.max) == Int64.max)
  }
}

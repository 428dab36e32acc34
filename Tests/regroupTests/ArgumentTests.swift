import Testing

@testable import regroup

@Suite struct ArgumentTests {
  @Test func sizes() {
    #expect(SizeArgument("80x24") == SizeArgument(width: 80, height: 24))
    #expect(SizeArgument("1x1") == SizeArgument(width: 1, height: 1))
    #expect(SizeArgument("500x200") == SizeArgument(width: 500, height: 200))
    for text in ["0x1", "1x0", "501x1", "1x201", "80", "80x", "x", "80x24x1", "-1x5", "ax1", ""] {
      #expect(SizeArgument(text) == nil, "\(text)")
    }
  }

  @Test func topics() {
    #expect(TopicArgument("orders:6")?.partitions == 6)
    #expect(TopicArgument("a.b_c-D9:1")?.name == "a.b_c-D9")
    let long = String(repeating: "t", count: 250)
    for text in ["orders", "orders:", ":1", "a b:1", ".:1", "..:1", "한:1", "\(long):1", "a:9e9"] {
      #expect(TopicArgument(text) == nil, "\(text)")
    }
  }

  @Test func latencies() throws {
    #expect(try Arguments.range("5-20") == 5...20)
    #expect(try Arguments.range("7") == 7...7)
    for text in ["20-5", "a-b", "1-2-3", "-1", "", "5-"] {
      #expect(throws: (any Error).self, "\(text)") { try Arguments.range(text) }
    }
  }

  @Test func settingsAreSplitAtTheFirstMark() {
    #expect(SettingArgument("a=b=c")?.key == "a")
    #expect(SettingArgument("a=b=c")?.value == "b=c")
    #expect(SettingArgument("a=")?.value == "")
    #expect(SettingArgument("=b") == nil)
    #expect(SettingArgument("a") == nil)
  }

  @Test func stepsAndSeeds() throws {
    #expect(try StepArgument(parsing: "last") == .last)
    #expect(try StepArgument(parsing: "0") == .number(0))
    #expect(throws: (any Error).self) { try StepArgument(parsing: "-1") }
    #expect(throws: (any Error).self) { try StepArgument(parsing: "first") }
    #expect(try Arguments.seed("18446744073709551615") == .max)
    #expect(throws: (any Error).self) { try Arguments.seed("-1") }
  }

  @Test func languageComesFromTheFirstVariableThatIsSet() {
    func language(_ variables: (String, String)...) -> String {
      "\(LanguageChoice.from { name in variables.first { $0.0 == name }?.1 })"
    }
    #expect(language() == "english")
    #expect(language(("LANG", "ko_KR.UTF-8")) == "korean")
    #expect(language(("LC_ALL", "C.UTF-8"), ("LANG", "ko_KR.UTF-8")) == "english")
    #expect(language(("LC_ALL", ""), ("LC_MESSAGES", "ko"), ("LANG", "en_US")) == "korean")
  }
}

import Testing

/// Every rule of the protocol has a test that fails if it is broken, or a reason why it has none.
@Suite struct ProtocolRuleTests {
  private let list = ProtocolRules(Project.current.files)

  @Test func everyRuleIsPinnedOrLeftOutWithAReason() {
    #expect(list.findings.isEmpty, "\n\(list.findings.joined(separator: "\n"))")
    #expect(list.rules.count >= 200)
  }

  @Test func theReadmeCountsThem() {
    let readme = Project.current.files.first { $0.path == "README.md" }?.text ?? ""
    let words = readme.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    let says = words.contains(list.summary)
    #expect(says, "README.md does not say: \(list.summary)")
  }
}

/// The check is shown lists that are wrong, each in one way.
@Suite struct PlantedRuleTests {
  private static let tests = """
    @Suite struct SomeTests {
      @Test func something() {}
      @Test(arguments: [1, 2])
      func `a story, told`(name: String) {}
      func noTest() {}
      let aside = ["left": "a reason"]
    }

    extension OtherTests {
      @Test("a title") func other() {}
    }
    """

  /// Not beside its number, so that this file does not speak of rules itself.
  private static let word = "rule"

  private func findings(_ list: String, code: String = "") -> [String] {
    let texts = [
      ("Tests/Rules/1-some.txt", list), ("Tests/ATests/SomeTests.swift", Self.tests),
      ("Tests/ATests/Transcripts/short.txt", "a"),
      ("Tests/ATests/Fixtures/all.jsonl", "{\"id\":\"one\"}\n{\"id\":\"left\"}"),
      ("Sources/A/B/C.swift", code),
    ]
    return ProtocolRules(texts.map { ProjectFile(path: $0, text: $1) }).findings
  }

  @Test func whatIsRightIsFine() {
    let list = """
      # A comment.

      1-1 It is so.
        ATests/SomeTests/something
        ATests/OtherTests/other
      1-2 And so.
        left out: nobody needs it
      1.1-1 And here.
        ATests/SomeTests/a story, told
        ATests/SomeTests/a story, told @ short
        ATests/SomeTests/something @ one
      """
    #expect(findings(list, code: "// \(Self.word) 1.1-1. Rules 7-1 are none.\n") == [])
  }

  @Test func whatIsWrongIsFound() {
    let test = "\n  ATests/SomeTests/something"
    let lists = [
      ("1-1 Nothing under it.", "neither a test nor a reason"),
      ("1-1 Both.\(test)\n  left out: why", "a reason, or tests, not both"),
      ("1-1 Twice.\(test)\(test)", "a test named twice"),
      ("1-1 None.\n  ATests/SomeTests/nothing", "no test ATests/SomeTests/nothing"),
      ("1-1 Elsewhere.\n  BTests/SomeTests/something", "no test BTests/SomeTests/something"),
      ("1-1 No suite.\n  ATests/OtherTests/something", "no test ATests/OtherTests/something"),
      ("1-1 Marked by none.\n  ATests/SomeTests/noTest", "no test ATests/SomeTests/noTest"),
      ("1-1 No case.\(test) @ two", "no case two of ATests/SomeTests/something"),
      ("1-1 Set aside.\(test) @ left", "no case left of ATests/SomeTests/something"),
      ("1-2 Not the first.\(test)", "1-1 was to come"),
      ("1-1 One.\(test)\n1-1 Again.\(test)", "1-2 was to come"),
      ("1-1 One.\(test)\n1-3 A gap.\(test)", "1-2 was to come"),
      ("1-1 A.\(test)\n2-1 B.\(test)\n1-2 C.\(test)", "its section was over"),
      ("One.\(test)", "neither a rule nor a test of one"),
    ]
    for (list, finding) in lists {
      let found = findings(list)
      #expect(found.contains { $0.hasSuffix(finding) }, "\(list): \(found)")
    }
    #expect(findings("1-1 A.\(test)", code: "/// See \(Self.word) 1-2.\n").count == 1)
  }
}

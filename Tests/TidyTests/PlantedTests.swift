import Testing

/// Each rule is shown code that breaks it, and code that only looks as if it did.
@Suite struct PlantedTests {
  private func source(_ text: String, _ path: String = "Sources/Feed/Some/Code.swift")
    -> ProjectFile
  {
    ProjectFile(path: path, text: text)
  }

  @Test func arrows() {
    let broken = [
      "import Board", "import Foundation", "@testable import KafkaModel",
      "@_exported import KafkaModel", "import struct Foundation.Date", "import NIOCore",
      "private import Client",
    ]
    for text in broken { #expect(Arrows.check(source(text)).count == 1, "\(text)") }
    let fine = ["import KafkaModel", "// import Board", "let a = \"import Board\""]
    for text in fine { #expect(Arrows.check(source(text)).isEmpty, "\(text)") }
    #expect(!Arrows.check(source("", "Sources/Elsewhere/Some/Code.swift")).isEmpty)
  }

  @Test func purity() {
    let broken = [
      "let a: Set<Int> = x", "let a: [String: Int]", "var a: [Outer.Key: [Int]]",
      "var a: [Id<Kind>?: Int]", "func f(_ a: Dictionary<Int, Int>)",
      "func hash(into hasher: inout Hasher)", "let a = Date()", "let a: Double = 1",
      "let a = Float(1)", "ContinuousClock().now", "Thread.sleep()", "a.shuffled()",
      "\"\\(Date())\"", "let a = b.hashValue", "print(1)", "Task { }",
    ]
    for text in broken { #expect(Purity.check(source(text)).count == 1, "\(text)") }
    let fine = [
      "let a: OrderedSet<Int>", "/// A Set of things.", "\"Date\"", "#\"Set \"Date\" x\"#",
      "let a = [b ? C : D]", "a[b]", "a.shuffled(using: &g)", "/* Set /* nested */ Date */",
      "let a: [Int]", "let a = [:]", "enum Process {}\nlet a: Process",
      "switch a { case .print: b }",
    ]
    for text in fine { #expect(Purity.check(source(text)).isEmpty, "\(text)") }
    let elsewhere = "Sources/Cluster/Some/Code.swift"
    #expect(Purity.check(source("let a: Set<Int>", elsewhere)).isEmpty)
  }

  @Test func sizes() {
    func function(_ lines: Int) -> String {
      "func f() {\n" + String(repeating: "  a = \"}\" // }\n", count: lines - 2) + "}\n"
    }
    #expect(Sizes.check(source(function(70))).isEmpty)
    #expect(Sizes.check(source(function(71))).count == 1)
    #expect(Sizes.check(source(String(repeating: "\n", count: 500))).isEmpty)
    #expect(Sizes.check(source(String(repeating: "\n", count: 501))).count == 1)
    #expect(Sizes.check(source("//" + String(repeating: "토", count: 98))).isEmpty)
    #expect(Sizes.check(source("//" + String(repeating: "토", count: 99))).count == 1)
    let golden = "Tests/BoardTests/Goldens/a.swift"
    #expect(Sizes.check(source(function(99), golden)).isEmpty)
  }

  @Test func functions() {
    let text = """
      protocol P { func a(); init(b: Int) }
      struct S {
        init(c: Int = { 1 }()) {
        }
        var d: Int {
          e.map { $0 }
        }
        var f = 1
        subscript(g: Int) -> Int { g }
        static func < (a: S, b: S) -> Bool { S.init(c: 1) == "\\(x.map { "}" })" }
      }
      """
    let found = Functions.all(in: Lexer.tokens(of: text))
    #expect(found.map(\.name) == ["init", "var", "subscript", "<"])
    #expect(found.map(\.lines) == [2, 3, 1, 1])
    #expect(found.map(\.line) == [3, 5, 9, 10])
  }

  @Test func names() {
    #expect(Names.check(source("struct GroupManager {}")).count == 1)
    #expect(Names.check(source("", "Sources/Feed/Utils/Code.swift")).count == 1)
    #expect(Names.check(source("/// Kafka's GroupMetadataManager.\nstruct Group {}")).isEmpty)
  }

  @Test func marks() {
    let broken =
      ["try! f()\n", "a as! B\n", "a \n", "\ta\n", "a\r\n", "// Copyright me\n", "a"]
      + (Marks.words + Marks.skips + Marks.machinePaths).map { "// \($0) a\n" }
    for text in broken { #expect(Marks.check(source(text)).count == 1, "\(text)") }
    let fine = [
      "try f()\n", "try !f()\n", "a as? B\n", "if !a { b }\n", "\n", "// HACKER TODOS\n",
      "// \"try!\"\n",
    ]
    for text in fine { #expect(Marks.check(source(text)).isEmpty, "\(text)") }
    #expect(Marks.check(source("a:\n\tb\n", "Makefile")).isEmpty)
  }

  @Test func documentation() {
    let broken = ["public struct A {\n}", "@frozen\npublic enum A {\n}", "public final class A {"]
    for text in broken { #expect(Documentation.check(source(text)).count == 1, "\(text)") }
    let fine = ["/// A.\n@frozen\npublic enum A {", "struct A {", "public enum A {}"]
    for text in fine { #expect(Documentation.check(source(text)).isEmpty, "\(text)") }
  }

  @Test func layout() {
    #expect(Layout.check(["Sources/A/B.swift", ".ci/run", "Makefile", "README.md"]).isEmpty)
    #expect(Layout.check(["notes.md", "Docs/a.md"]).count == 2)
  }
}

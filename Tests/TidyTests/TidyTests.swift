import Testing

/// The house rules, held against every file of the project.
@Suite struct TidyTests {
  private let project = Project.current

  private func expectNone(_ findings: [String]) {
    #expect(findings.isEmpty, "\n\(findings.joined(separator: "\n"))")
  }

  @Test func theProjectIsFound() {
    #expect(project.paths.contains("Package.swift"))
    #expect(project.files.contains { $0.path == "Sources/KafkaModel/Ids/Id.swift" })
  }

  @Test func arrows() { expectNone(project.files.flatMap(Arrows.check)) }
  @Test func purity() { expectNone(project.files.flatMap(Purity.check)) }
  @Test func sizes() { expectNone(project.files.flatMap(Sizes.check)) }
  @Test func names() { expectNone(project.files.flatMap(Names.check)) }
  @Test func marks() { expectNone(project.files.flatMap(Marks.check)) }
  @Test func documentation() { expectNone(project.files.flatMap(Documentation.check)) }
  @Test func layout() { expectNone(Layout.check(project.paths)) }

  @Test func everyTargetIsInTheTable() {
    let folders = Set(project.files.compactMap(\.target))
    #expect(folders.isSubset(of: Arrows.table.keys))
    for (target, allowed) in Arrows.table where Arrows.isPure(target) {
      #expect(!allowed.contains { $0.hasPrefix("NIO") || $0 == "Foundation" || $0 == "Glibc" })
    }
  }
}

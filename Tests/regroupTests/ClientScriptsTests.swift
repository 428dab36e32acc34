import Foundation
import Testing

@testable import regroup

@Suite struct ClientScriptsTests {
  private func file(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: folder.appendingPathComponent("Clients/\(name).py"), encoding: .utf8)
  }

  @Test func whatIsStartedIsWhatLiesInTheFolder() throws {
    #expect(try file("consumer_standard") == ClientScripts.standard + "\n")
    #expect(try file("consumer_static") == ClientScripts.static + "\n")
  }
}

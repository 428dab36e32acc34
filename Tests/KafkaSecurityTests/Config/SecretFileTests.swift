import Foundation
import Testing

@testable import KafkaSecurity

/// What an editor puts at a file's end is no part of a password.
@Suite struct SecretFileTests {
  @Test(arguments: ["secret", "secret\n", "secret\r\n"])
  func theLinesEndIsLeftOut(_ text: String) throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(text.utf8).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    #expect(try Secret(file: place.path) == Secret("secret"))
  }

  @Test func blanksAndEmptyLinesAreKept() {
    #expect(" a \n\n".withoutLineEnd == " a \n")
    #expect("".withoutLineEnd == "")
  }
}

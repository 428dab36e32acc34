import ArgumentParser
import Feed
import Glibc
import Testing

@testable import regroup

/// What `regroup serve` refuses before it listens.
@Suite struct ServeArgumentsTests {
  /// A file in a folder of its own, gone at the end.
  private final class PasswordFile {
    let path: String

    init(_ text: String) throws {
      var form = Array("/tmp/regroup-password-XXXXXX".utf8CString)
      let descriptor = mkstemp(&form)
      try #require(descriptor >= 0)
      path = String(decoding: form.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      _ = write(descriptor, text, text.utf8.count)
      close(descriptor)
    }

    deinit { unlink(path) }
  }

  private func refusal(_ arguments: [String]) throws -> Failure? {
    let command = try #require(try Regroup.parseAsRoot(["serve"] + arguments) as? ServeCommand)
    do throws(Failure) {
      _ = try command.group.options()
      return nil
    } catch {
      return error
    }
  }

  @Test func wrongUseIsRefused() throws {
    let empty = try PasswordFile("\n")
    let full = try PasswordFile("secret\n")
    for (arguments, words) in [
      (["--group", ""], "--group: it must have a name"),
      (["--sasl-mechanism", "PLAIN"], "need --sasl-user"),
      (["--sasl-session", "1000"], "need --sasl-user"),
      (["--sasl-user", "alice:\(empty.path)"], "--sasl-user alice: there is no password in /tmp"),
      (
        ["--sasl-user", "alice:\(full.path)", "--sasl-user", "alice:\(full.path)"],
        "--sasl-user alice: that name is there twice"
      ),
    ] {
      let failure = try #require(try refusal(arguments), "\(arguments)")
      #expect(failure.text.contains(words) && failure.status == 2, "\(failure)")
    }
    #expect(try refusal(["--sasl-user", "alice:\(full.path)", "--sasl-session", "9"]) == nil)
  }

  /// Whoever lacks the library of `--spawn` is told where it comes from.
  @Test func aMissingLibraryIsExplained() {
    for (detail, isExplained) in [
      ("ModuleNotFoundError: No module named 'confluent_kafka'", true), ("KeyError: 'x'", false),
    ] {
      var picture = GroupPicture()
      var timeline = Timeline()
      picture.apply(
        TimedEvent(0, .health(.trouble(.noClient, detail: detail))), into: &timeline)
      let text = SourceFailure(in: picture)?.text ?? ""
      #expect(text.contains(detail) && text.contains("--python") == isExplained, "\(text)")
    }
  }

  /// Listening on a port of the system's choice; nothing of it is left.
  @Test func aTopicThatCannotBeIsWrongUse() throws {
    for topics in [["a:0"], ["a:1", "a:2"], ["a:100000"]] {
      let arguments = ["--listen", "127.0.0.1:0"] + topics.flatMap { ["--topic", $0] }
      let command = try #require(try Regroup.parseAsRoot(["serve"] + arguments) as? ServeCommand)
      let options = try command.group.options()
      let failure = #expect(throws: Failure.self) { try ServePlay.play(options) }
      #expect(failure?.status == 2 && failure?.text.hasPrefix("topic a: ") == true)
    }
  }
}

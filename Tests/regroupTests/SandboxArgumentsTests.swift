import Testing

@testable import regroup

@Suite struct SandboxArgumentsTests {
  private func complaint(_ arguments: [String]) throws -> String? {
    let parsed = try SandboxArguments.parse(arguments)
    do throws(Failure) {
      _ = try parsed.options()
      return nil
    } catch {
      #expect(error.status == 2)
      return error.text
    }
  }

  @Test func everyBound() throws {
    let topics = (1...21).flatMap { ["--topic", "t\($0):1"] }
    let cases: [([String], String?)] = [
      ([], nil), (["--members", "1"], nil), (["--members", "100"], nil),
      (["--members", "0"], "--members 0"), (["--members", "101"], "--members 101"),
      (["--members", "1000000"], "--members 1000000"),
      (["--topic", "a:1000"], nil), (["--topic", "a:1001"], "1001 partitions"),
      (["--topic", "a:0"], "--topic a:0"), (["--topic", "a:1", "--topic", "a:2"], "--topic a"),
      (topics, "--topic"), (Array(topics.dropLast(2)), nil),
      (["--topic", "a:2147483647", "--topic", "b:2147483647"], "4294967294 partitions"),
      (["--produce-rate", "0"], nil), (["--produce-rate", "100001"], "--produce-rate 100001"),
      (["--produce-rate=-1"], "--produce-rate -1"),
      (["--process-rate", "100001"], "--process-rate 100001"),
      (["--latency-ms", "0-60000"], nil), (["--latency-ms", "0-60001"], "--latency-ms"),
      (["-X", "session.timeout.ms=6000"], nil),
      (Program.separated(["-Xsession.timeout.ms=6000"]), nil),
    ]
    for (arguments, wanted) in cases {
      let got = try complaint(arguments)
      #expect((got == nil) == (wanted == nil), "\(arguments): \(got ?? "taken")")
      if let wanted { #expect(got?.contains(wanted) == true, "\(got ?? "")") }
    }
  }
}

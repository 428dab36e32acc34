import ArgumentParser
import Testing

@testable import regroup

@Suite struct ProgramTests {
  @Test func aNegativeNumberIsAValue() {
    for (given, wanted) in [
      (["--seed", "-1"], ["--seed=-1"]), (["--at", "-3s"], ["--at=-3s"]),
      (["--for", "-.5s"], ["--for=-.5s"]), (["--seed=1", "-2"], ["--seed=1", "-2"]),
      (["-1", "--plain"], ["-1", "--plain"]), (["-Xa=b", "-Xc=d"], ["-X", "a=b", "-X", "c=d"]),
      (["--", "-1"], ["--", "-1"]),
    ] { #expect(Program.separated(given) == wanted) }
  }

  @Test func aWrongValueNamesWhatIsPossible() {
    for (arguments, words) in [
      (["sandbox", "--produce-rate", "1e9"], "0 to 100000"),
      (["sandbox", "--members", "x"], "1 to 100"), (["sandbox", "--seed", "-1"], "0 to"),
      (["sandbox", "--for", "-1s"], "a time such as"),
      (["sandbox", "--produce-rate", "-1"], "0 to 100000"),
      (["render", "figure", "6-5", "--step", "-1"], "from 0 on"),
    ] {
      var said = ""
      do {
        let command = try Regroup.parseAsRoot(Program.separated(arguments))
        guard let sandbox = command as? SandboxCommand else { continue }
        _ = try sandbox.group.options()
      } catch let failure as Failure {
        said = failure.text
      } catch {
        said = Regroup.message(for: error)
      }
      #expect(said.contains(words), "\(arguments): \(said)")
    }
  }

  @Test func helpKnowsItsCommands() {
    #expect(CommandList.complaint(["help", "foo"]) != nil)
    #expect(CommandList.complaint(["help", "figure"]) == nil)
    #expect(CommandList.complaint(["help"]) == nil)
  }
}

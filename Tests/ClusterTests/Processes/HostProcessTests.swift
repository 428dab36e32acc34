import Glibc
import Testing

@testable import Cluster

struct HostProcessTests {
  @Test func theProgramIsThere() throws {
    let program = try #require(HostProcess.executable)
    #expect(access(program, X_OK) == 0)
    #expect(HostProcess.environment.contains { $0.hasPrefix("PATH=") })
  }

  @Test func onlyFilesAreRemoved() throws {
    let path = HostProcess.errorFile + ".test"
    let file = open(path, O_WRONLY | O_CREAT, 0o600)
    try #require(file >= 0)
    close(file)
    HostProcess.remove(path)
    #expect(access(path, F_OK) != 0)
    let link = path + ".link"
    try #require(symlink("/nowhere", link) == 0)
    HostProcess.remove(link)
    var status = stat()
    #expect(lstat(link, &status) == 0, "a link is no file of ours")
    unlink(link)
  }
}

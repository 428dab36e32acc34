import Glibc
import Live
import Testing

@testable import Cluster

struct HostProcessTests {
  @Test func theProgramIsThere() throws {
    let program = try #require(HostProcess.executable)
    #expect(access(program, X_OK) == 0)
    #expect(HostProcess.environment.contains { $0.hasPrefix("PATH=") })
  }

  @Test func lastComplaint() throws {
    let file = ComplaintFile()
    #expect(file.lastLine == nil)
    for line in ["one\n", String(repeating: "x", count: 2_000) + "\n", "two\n"] {
      #expect(write(file.descriptor, line, line.utf8.count) == line.utf8.count)
    }
    #expect(file.lastLine == "two")
    close(file.descriptor)
  }

  @Test func theSameComplaintIsNoNews() {
    let complaints = Complaints()
    #expect(complaints.isNews("a"))
    #expect(!complaints.isNews("a"))
    #expect(complaints.isNews("b"))
    let told = (0..<2_000).filter { complaints.isNews("\($0)") }.count
    #expect(told == 998)
  }
}

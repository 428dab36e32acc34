/// What a member has complained about: a broker that is away is the same news each time, and no
/// file is to grow for it.
final class Complaints {
  private var last = ""
  private var left = 1_000

  func isNews(_ line: String) -> Bool {
    if line == last || left == 0 { return false }
    last = line
    left -= 1
    return true
  }
}

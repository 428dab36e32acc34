/// Answers that are waited for together: all come, or the first failure ends it.
final class Gathering {
  private var open: Int
  private var isOver = false
  private let fail: GroupReader.Ended
  private let done: () -> Void

  init(_ count: Int, _ fail: @escaping GroupReader.Ended, _ done: @escaping () -> Void) {
    open = count
    self.fail = fail
    self.done = done
  }

  func came() {
    open -= 1
    if open == 0, !isOver {
      isOver = true
      done()
    }
  }

  /// Nothing is to be asked.
  func startIfNone() { if open == 0, !isOver { done() } }

  var failed: GroupReader.Ended {
    { result in
      if self.isOver { return }
      self.isOver = true
      self.fail(result)
    }
  }
}

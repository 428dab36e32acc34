import Foundation
import Synchronization
import Testing

/// Plays to our broker what clients once sent to a real one: the answers must be the same.
@Suite struct RealBrokerTests {
  @Test func answersAreTheBrokers() throws {
    let scripts = try Script.all()
    #expect(scripts.count > 70)
    // Many run side by side.
    let found = Mutex<[String]>([])
    let next = Mutex(0)
    let done = DispatchGroup()
    for _ in 0..<8 {
      done.enter()
      Thread.detachNewThread {
        while let script = next.withLock({ at in
          at += 1
          return at <= scripts.count ? scripts[at - 1] : nil
        }) {
          let differences = Self.differences(script)
          found.withLock { $0 += differences }
        }
        done.leave()
      }
    }
    done.wait()
    for difference in found.withLock({ $0 }) { Issue.record("\(difference)") }
  }

  private static func differences(_ script: Script) -> [String] {
    do {
      let player = try ScriptPlayer(script)
      try player.play()
      return player.differences
    } catch {
      return ["\(script.id): \(error)"]
    }
  }
}

import Board
import Feed
import Lessons

/// The plays that the home screen offers.
struct Repertoire {
  /// Changes the names in what is opened; nil leaves them.
  var anonymizer: Anonymizer?

  static var entries: [HomeEntry] {
    Lessons.catalogue.map {
      HomeEntry(
        figure: $0.number, section: section($0.section), title: $0.caption.title, shows: $0.shows)
    }
  }

  private static func section(_ section: LessonSection) -> HomeEntry.Section {
    switch section {
    case .figures: .figures
    case .basics: .basics
    case .transactions: .transactions
    case .surprises: .surprises
    }
  }

  /// Nil for a choice that opens nothing.
  func play(_ choice: HomeChoice) throws -> Play? {
    switch choice {
    case .lesson(let place):
      guard Lessons.catalogue.indices.contains(place) else { return nil }
      return .figure(Lessons.catalogue[place], seed: nil, anonymizer: anonymizer)
    case .sandbox: return .sandbox(SandboxOptions(), seed: 1, anonymizer: anonymizer)
    case .serve: return try ServePlay.standard(anonymizer: anonymizer)
    case .drive(let address): return try DrivePlay.play(address: address, anonymizer: anonymizer)
    case .language, .quit: return nil
    }
  }
}

import Lessons

/// The figure that a command names.
enum FigureChoice {
  static func lesson(_ number: String) throws(Failure) -> Lesson {
    if let lesson = Lessons.find(number) { return lesson }
    let known = Lessons.catalogue.map(\.number).joined(separator: ", ")
    throw .usage("no figure '\(number)': there are \(known)")
  }

  static func beat(_ name: String, of lesson: Lesson) throws(Failure) -> Int {
    if let beat = lesson.beat(named: name) { return beat }
    let known = lesson.scenario.beats.map(\.name).joined(separator: ", ")
    throw .usage("no beat '\(name)' in figure \(lesson.number): there are \(known)")
  }
}

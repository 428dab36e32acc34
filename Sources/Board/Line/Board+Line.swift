import Feed
import Narration
import Screen

extension Board {
  /// A key while a line is being typed.
  static func type(
    _ key: Key, _ typed: TypedLine, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    if typed.purpose == .filter { return typeFilter(key, typed, &model) }
    var line = typed
    switch key {
    case .escape:
      model.line = nil
      return []
    case .control("c"): return [.quit]
    case .enter: return enter(typed, &model, view)
    // Who takes back the first sign leaves.
    case .backspace, .delete:
      model.line = nil
      if line.text.isEmpty { return [] }
      line.edit(String(line.text.dropLast()))
    case .control("u"): line.edit("")
    case .tab: complete(&line, model, view)
    case .up: recall(&line, 1, model.typed)
    case .down: recall(&line, -1, model.typed)
    case .character(let character): line.append(character)
    default: return []
    }
    model.line = line
    return []
  }

  /// What is typed filters at once; Enter keeps it, Esc shows all again.
  private static func typeFilter(
    _ key: Key, _ typed: TypedLine, _ model: inout BoardModel
  ) -> [BoardEffect] {
    var line = typed
    switch key {
    case .enter:
      model.line = nil
      return []
    case .control("c"): return [.quit]
    case .escape:
      model.line = nil
      filter("", &model)
      return []
    case .backspace, .delete:
      model.line = nil
      if line.text.isEmpty { return [] }
      line.edit(String(line.text.dropLast()))
    case .control("u"): line.edit("")
    case .character(let character): line.append(character)
    default: return []
    }
    model.line = line
    filter(line.text, &model)
    return []
  }

  /// What is left is shown from its newest line on.
  static func filter(_ text: String, _ model: inout BoardModel) {
    model.filter = text
    rewind(&model)
  }

  /// Opens the line for a filter, if there is something to filter.
  static func openFilter(_ model: inout BoardModel) {
    guard model.pane.isFiltered else {
      model.notice = .nothingToFilter
      return
    }
    filter("", &model)
    model.line = TypedLine(.filter)
  }

  private static func complete(
    _ line: inout TypedLine, _ model: BoardModel, _ view: FeedView
  ) {
    let completion = LineCompletion(line.text, model, view.picture)
    line.edit(completion.text)
    line.candidates = completion.candidates
  }

  /// Earlier lines, and back to the one that was begun.
  private static func recall(_ line: inout TypedLine, _ step: Int, _ earlier: [String]) {
    let wanted = line.recalled + step
    guard wanted >= 0, wanted <= earlier.count else { return }
    if line.recalled == 0 { line.draft = line.text }
    line.recalled = wanted
    line.edit(wanted == 0 ? line.draft : earlier[earlier.count - wanted])
  }

  /// What cannot be done stays, to be mended.
  private static func enter(
    _ line: TypedLine, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    do throws(TypedFault) {
      let command = try TypedCommand.read(line.text, model, view.picture)
      model.line = nil
      guard let command else { return [] }
      remember(line.text, &model)
      // What lies over the picture was about this moment.
      model.overlay = nil
      return run(command, &model, view)
    } catch {
      model.line?.fault = error
      model.line?.candidates = []
      return []
    }
  }

  private static func remember(_ text: String, _ model: inout BoardModel) {
    if model.typed.last == text { return }
    model.typed.append(text)
    if model.typed.count > rememberedLines { model.typed.removeFirst() }
  }

  private static let rememberedLines = 50
}

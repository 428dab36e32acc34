import Narration
import Screen

/// The home screen; pure like the board.
public enum Home {
  /// Folds a key into the model; a choice comes back when one is made.
  public static func update(_ model: inout HomeModel, _ key: Key) -> HomeChoice? {
    if let typed = model.prompt { return type(key, typed, &model) }
    switch key {
    case .up: model.selection = max(0, model.selection - 1)
    case .down: model.selection = min(model.rows - 1, model.selection + 1)
    case .home: model.selection = 0
    case .end: model.selection = model.rows - 1
    case .enter, .right, .character(" "): return open(&model)
    case .character("s"): return .sandbox
    case .character("v"): return .serve
    case .character("d"): model.prompt = ""
    case .character("L"):
      model.language = model.language.other
      return .language(model.language)
    case .character("q"), .escape, .control("c"): return .quit
    default: break
    }
    return nil
  }

  private static func open(_ model: inout HomeModel) -> HomeChoice? {
    if model.selection < model.entries.count { return .lesson(model.selection) }
    if model.selection == model.entries.count { return .sandbox }
    if model.selection == model.entries.count + 1 { return .serve }
    model.prompt = ""
    return nil
  }

  private static func type(
    _ key: Key, _ typed: String, _ model: inout HomeModel
  ) -> HomeChoice? {
    model.isAddressBad = false
    switch key {
    case .escape: model.prompt = nil
    case .control("c"): return .quit
    case .backspace, .delete: model.prompt = String(typed.dropLast())
    case .character(let character):
      if character != " ", typed.utf8.count < 255 { model.prompt = typed + String(character) }
    case .enter:
      guard isAddress(typed) else {
        model.isAddressBad = true
        return nil
      }
      model.prompt = nil
      return .drive(typed)
    default: break
    }
    return nil
  }

  /// `HOST:PORT` with a port from 1 to 65535.
  private static func isAddress(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      let port = Int(text[text.index(after: colon)...])
    else { return false }
    return (1...65_535).contains(port)
  }
}

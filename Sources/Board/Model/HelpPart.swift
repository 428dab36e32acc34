/// What the help shows; `?` goes from one to the next.
public enum HelpPart: Hashable, Sendable, CaseIterable {
  case keys, signs
}

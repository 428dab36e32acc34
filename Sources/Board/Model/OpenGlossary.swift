import Feed
import Narration

/// The glossary while it is open: all terms, those first that the picture was about when it was
/// opened.
public struct OpenGlossary: Hashable, Sendable {
  let terms: [GlossaryTerm]
  /// How many of them are about the picture.
  let atHand: Int
  private(set) var place = 0

  init(_ picture: GroupPicture) {
    let now = Narrator.terms(picture)
    terms = now + GlossaryTerm.allCases.filter { !now.contains($0) }
    atHand = now.count
  }

  public var term: GlossaryTerm { terms[place] }

  /// To another one; past the end it begins anew.
  mutating func walk(_ step: Int) { place = (place + step + terms.count) % terms.count }
}

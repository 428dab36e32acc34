import Feed
import Narration
import Screen

/// What lies over the picture for a while: other owners in the rows, other lines at the foot.
public enum Overlay: Hashable, Sendable {
  case prediction(Prediction)
  case deal(DealView)

  /// What a row shows in place of its owner; nil where the picture stays as it is.
  func mark(_ place: Int, _ picture: GroupPicture) -> RowMark? {
    switch self {
    case .prediction(let prediction): prediction.mark(place)
    case .deal(let view): view.mark(place, picture)
    }
  }

  /// Whether Enter, letters and steps are its own.
  var isOpen: Bool {
    switch self {
    case .prediction(let prediction): prediction.answer == nil
    case .deal: true
    }
  }
}

import ArgumentParser
import Screen

/// `--colors`.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case many = "256"
  case sixteen = "16"
  case eight = "8"
  case mono

  var depth: ColorDepth {
    switch self {
    case .many: .colors256
    case .sixteen: .colors16
    case .eight: .colors8
    case .mono: .mono
    }
  }
}

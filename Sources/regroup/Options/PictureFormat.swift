import ArgumentParser

/// `--format`.
enum PictureFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case ansi
  case svg
  case json
}

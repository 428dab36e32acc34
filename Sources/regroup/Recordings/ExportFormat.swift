import ArgumentParser

/// `--format` of an export.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  /// The whole recording for players of asciicast version 2.
  case asciicast
  /// One moment.
  case svg
  /// Who owned what, what happened and what it cost.
  case markdown
}

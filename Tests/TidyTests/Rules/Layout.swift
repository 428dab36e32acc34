/// What stands at the top of the project.
enum Layout {
  static let top = ["Package.swift", "Sources", "Tests", "Makefile", "README.md", "LICENSE"]

  static func check(_ paths: [String]) -> [String] {
    paths.compactMap { path in
      let first = String(path.prefix { $0 != "/" })
      return first.hasPrefix(".") || top.contains(first) ? nil : "\(path): not agreed at the top"
    }
  }
}

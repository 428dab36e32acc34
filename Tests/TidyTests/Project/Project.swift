import Foundation

/// The files that git knows or would take; all files, where there is no git.
struct Project {
  let files: [ProjectFile]
  let paths: [String]

  static let current = Project(root: root)

  /// Two folders above this file's folder, links resolved.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private init(root: URL) {
    paths = (Self.pathsByGit(root) ?? Self.pathsByWalk(root)).sorted()
    files = paths.compactMap { path in
      guard let bytes = FileManager.default.contents(atPath: root.appending(path: path).path),
        let text = String(validating: bytes, as: UTF8.self)
      else { return nil }
      return ProjectFile(path: path, text: text)
    }
  }

  private static func pathsByGit(_ root: URL) -> [String]? {
    let git = Process()
    let output = Pipe()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = [
      "git", "-C", root.path, "ls-files", "-z", "--cached", "--others", "--exclude-standard",
    ]
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let bytes = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    let list = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return list.filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
  }

  private static func pathsByWalk(_ root: URL) -> [String] {
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      let parts = path.split(separator: "/")
      let isOutside = parts.contains { $0 == ".build" || $0 == ".git" || $0 == "__pycache__" }
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: root.appending(path: path).path, isDirectory: &isFolder)
      return !isOutside && path != "Package.resolved" && exists && !isFolder.boolValue
    }
  }
}

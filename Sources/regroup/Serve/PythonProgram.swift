import Glibc

/// Where Python is.
enum PythonProgram {
  /// The one that was named, `$REGROUP_PYTHON`, or python3 of the search path.
  static func path(_ named: String?) throws(Failure) -> String {
    let wanted = named ?? variable("REGROUP_PYTHON") ?? "python3"
    if wanted.contains("/") {
      if access(wanted, X_OK) == 0 { return wanted }
      throw .usage("--python \(wanted): \(String(cString: strerror(errno)))")
    }
    for folder in (variable("PATH") ?? "").split(separator: ":") {
      let path = "\(folder)/\(wanted)"
      if access(path, X_OK) == 0 { return path }
    }
    throw .usage("--python \(wanted): not found in PATH")
  }

  private static func variable(_ name: String) -> String? {
    guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
    return text
  }
}

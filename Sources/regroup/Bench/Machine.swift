import Glibc

/// Where the numbers come from.
enum Machine {
  static var text: String {
    var name = utsname()
    uname(&name)
    let system = withUnsafePointer(to: &name.sysname) { text(at: $0) }
    let kind = withUnsafePointer(to: &name.machine) { text(at: $0) }
    return "\(processor ?? kind), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, \(system)"
  }

  private static func text<Field>(at field: UnsafePointer<Field>) -> String {
    field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout<Field>.size) {
      String(cString: $0)
    }
  }

  private static var processor: String? {
    SystemFile.text("/proc/cpuinfo").flatMap { SystemFile.value(of: "model name", in: $0) }
  }
}

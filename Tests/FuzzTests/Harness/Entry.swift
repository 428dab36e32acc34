import Glibc

/// libFuzzer calls this with one input after the other; FUZZ_FAMILY says what they are.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  family.examine(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let family: Family = {
  guard let name = getenv("FUZZ_FAMILY"), let family = Family(rawValue: String(cString: name))
  else { fatalError("FUZZ_FAMILY is none of \(Family.allCases.map(\.rawValue))") }
  return family
}()

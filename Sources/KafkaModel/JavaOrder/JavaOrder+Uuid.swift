extension JavaOrder {
  /// `org.apache.kafka.common.Uuid.hashCode()`.
  public static func hashCode(_ id: Uuid) -> Int32 {
    let both = id.high ^ id.low
    return Int32(truncatingIfNeeded: both >> 32) ^ Int32(truncatingIfNeeded: both)
  }
}

extension Uuid {
  /// `Uuid.compareTo`: by signed 64-bit words.
  func precedesInJava(_ other: Uuid) -> Bool {
    let (a, b) = (Int64(bitPattern: high), Int64(bitPattern: other.high))
    return a == b ? Int64(bitPattern: low) < Int64(bitPattern: other.low) : a < b
  }
}

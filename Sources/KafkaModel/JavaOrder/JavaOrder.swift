/// The order in which `java.util.HashMap` and `HashSet` walk over their keys.
///
/// Kafka's coordinator and its sticky assignors say "the first member" of such maps in several
/// places, so this order is a rule of the protocol in practice, though no KIP promises it.
public enum JavaOrder {
  /// `String.hashCode()`: a polynomial in 31 over the UTF-16 code units, 32 bits.
  public static func hashCode(_ text: String) -> Int32 {
    var hash: Int32 = 0
    for unit in text.utf16 { hash = hash &* 31 &+ Int32(unit) }
    return hash
  }

  /// `org.apache.kafka.common.TopicPartition.hashCode()`.
  public static func hashCode(_ partition: TopicPartition) -> Int32 {
    (31 &+ partition.partition) &* 31 &+ hashCode(partition.topic.text)
  }

  /// The table size of a map that has grown to hold `count` keys: 16, doubled above three quarters.
  ///
  /// A Java map never shrinks; a caller that removes keys passes the largest count there was.
  public static func capacity(count: Int) -> Int {
    var capacity = 16
    while count * 4 > capacity * 3 { capacity *= 2 }
    return capacity
  }

  /// Where a key with this hash code goes in a table of `capacity` (a power of two) buckets.
  public static func bucket(_ hash: Int32, capacity: Int) -> Int {
    let bits = UInt32(bitPattern: hash)
    return Int(bits ^ (bits >> 16)) & (capacity - 1)
  }

  /// `elements`, given in the order of insertion, as the map walks over them.
  ///
  /// - Parameters:
  ///   - elements: in the order in which they were put in.
  ///   - largestCount: the largest number of keys there ever was, if more than now.
  ///   - hashCode: the key's Java hash code.
  public static func ordered<Element>(
    _ elements: [Element], largestCount: Int = 0, hashCode: (Element) -> Int32
  ) -> [Element] {
    let capacity = capacity(count: max(elements.count, largestCount))
    let placed = elements.enumerated().map {
      (bucket: bucket(hashCode($0.element), capacity: capacity), at: $0.offset)
    }
    return placed.sorted { ($0.bucket, $0.at) < ($1.bucket, $1.at) }.map { elements[$0.at] }
  }

  /// Ids, given in the order of insertion, as a `HashMap<String, …>` walks over them.
  public static func ordered<Kind>(_ ids: [Id<Kind>], largestCount: Int = 0) -> [Id<Kind>] {
    ordered(ids, largestCount: largestCount) { hashCode($0.text) }
  }
}

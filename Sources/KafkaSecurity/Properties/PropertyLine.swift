/// One logical line of a properties file.
struct PropertyLine: Hashable {
  var key: String
  var value: String
  /// Where it begins, counted from 1.
  var line: Int
}

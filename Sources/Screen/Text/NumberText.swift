/// Numbers as text, from integers only.
public enum NumberText {
  /// With a comma after each group of three digits: `4,120`.
  public static func grouped(_ number: some BinaryInteger) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// Milliseconds as seconds with one decimal, rounded half up: `12.1`.
  public static func tenthsOfSeconds(ms: Int64) -> String {
    let tenths = (ms.magnitude / 50 + 1) / 2
    let sign = ms < 0 && tenths > 0 ? "-" : ""
    return sign + grouped(tenths / 10) + "." + String(tenths % 10)
  }
}

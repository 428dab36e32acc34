import KafkaModel

extension WireCodec {
  /// The request's fields as the version has them.
  public static func fields(
    of request: Request, version: Int16
  ) throws(WireError) -> FieldTree {
    var printer = FieldPrinter(version: version)
    var body = request
    try body.walk(&printer)
    return printer.tree
  }

  /// The response's fields as the version has them.
  public static func fields(
    of response: Response, version: Int16
  ) throws(WireError) -> FieldTree {
    var printer = FieldPrinter(version: version)
    var body = response
    try body.walk(&printer)
    return printer.tree
  }
}

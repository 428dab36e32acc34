/// What is wrong with one field of a line.
struct FieldError: Error, Hashable {
  /// As in `steps[0].members[1].id`; empty = the line as a whole.
  var field: String
  var text: String

  var description: String { field.isEmpty ? text : "\(field): \(text)" }
}

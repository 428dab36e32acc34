/// The words of the home screen in one language.
public protocol HomePhrasebook: Sendable {
  var subtitle: String { get }
  var figures: String { get }
  var basics: String { get }
  var transactions: String { get }
  var surprises: String { get }
  var yourOwn: String { get }
  var sandbox: String { get }
  var sandboxShows: String { get }
  var drive: String { get }
  var serve: String { get }
  var serveShows: String { get }
  var driveShows: String { get }
  var askAddress: String { get }
  var badAddress: String { get }
  var choose: String { get }
  var open: String { get }
  var language: String { get }
  var quit: String { get }
  var cancel: String { get }
}

/// The home screen in English.
struct EnglishHome: HomePhrasebook {
  var subtitle: String { "watch a Kafka consumer group rebalance" }
  var figures: String { "Figures" }
  var basics: String { "Basics" }
  var transactions: String { "Only once" }
  var surprises: String { "Surprises" }
  var yourOwn: String { "Your own" }
  var sandbox: String { "sandbox" }
  var sandboxShows: String { "3 consumers, your keys" }
  var drive: String { "drive real consumers" }
  var serve: String { "serve other clients" }
  var serveShows: String { "they join here: no Kafka" }
  var driveShows: String { "in a group of their own" }
  var askAddress: String { "broker HOST:PORT" }
  var badAddress: String { "HOST:PORT, e.g. localhost:9092" }
  var choose: String { "choose" }
  var open: String { "open" }
  var language: String { "한국어" }
  var quit: String { "quit" }
  var cancel: String { "cancel" }
}

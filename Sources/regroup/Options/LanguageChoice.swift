import ArgumentParser
import Narration

/// `--lang`, and what the environment says where it is not given.
enum LanguageChoice: String, CaseIterable, ExpressibleByArgument {
  case en
  case ko

  var language: Language { self == .ko ? .korean : .english }

  /// By the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty, as POSIX has it.
  static func from(_ environment: (String) -> String?) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(environment).first { !$0.isEmpty }
    return locale?.hasPrefix("ko") == true ? .korean : .english
  }
}

import Glibc
import Narration

extension NotesFailure {
  /// One line for the presenter, who goes on without notes.
  var text: Localized {
    let english: String
    let korean: String
    switch self {
    case .taken(let path):
      english = "another presentation sends them already (\(path))"
      korean = "다른 발표가 이미 보내고 있다 (\(path))"
    case .noSocket(let path):
      english = "\(path) is there and is no socket"
      korean = "\(path): 소켓이 아닌 파일이 있다"
    case .notOurs(let path):
      english = "\(path) is not a directory of yours alone"
      korean = "\(path): 나만 쓰는 디렉터리가 아니다"
    case .tooLong(let path):
      english = "the path \(path.prefix(40)) is too long for a socket"
      korean = "소켓 경로 \(path.prefix(40))이 너무 길다"
    case .failed(let path, let code):
      english = "\(path): \(String(cString: strerror(code)))"
      korean = english
    }
    return Localized(english: "no notes: \(english)", korean: "노트 없음: \(korean)")
  }
}

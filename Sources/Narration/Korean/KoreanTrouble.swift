import Feed

/// Why a live source has nothing new, in Korean.
enum KoreanTrouble {
  static func text(_ trouble: Trouble) -> String {
    switch trouble {
    case .unreachable: "브로커에 연결할 수 없다."
    case .brokerGone: "브로커와 연결이 끊겼다."
    case .notKafka: "이 주소에서 답하는 것은 카프카 브로커가 아니다."
    case .refused: "브로커가 요청을 거절했다."
    case .notLetIn: "브로커가 인증을 받아 주지 않았다."
    case .untrusted: "이 브로커는 믿을 수 없다."
    case .noClient: "클라이언트를 시작하지 못했거나 클라이언트가 실패했다."
    case .impossible: "할 수 없는 일이다."
    }
  }
}

/// The home screen in Korean.
struct KoreanHome: HomePhrasebook {
  var subtitle: String { "카프카 컨슈머 그룹의 리밸런싱을 본다" }
  var figures: String { "그림" }
  var basics: String { "기초" }
  var transactions: String { "한 번만" }
  var surprises: String { "뜻밖의 일" }
  var yourOwn: String { "직접" }
  var sandbox: String { "샌드박스" }
  var sandboxShows: String { "컨슈머 3개, 키로 조작" }
  var drive: String { "실제 컨슈머 움직이기" }
  var serve: String { "클라이언트 받기" }
  var serveShows: String { "카프카 없이 여기에 합류" }
  var driveShows: String { "전용 그룹 안에서" }
  var askAddress: String { "브로커 HOST:PORT" }
  var badAddress: String { "HOST:PORT, 예: localhost:9092" }
  var choose: String { "선택" }
  var open: String { "열기" }
  var language: String { "English" }
  var quit: String { "끝" }
  var cancel: String { "취소" }
}

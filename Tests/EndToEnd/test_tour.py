"""Three lessons, every pane and every key of the key table, each with what it changes."""

import unittest

from tour import Stop, TourCase, gone, key_table, last, line, marked, top

# Time, panes, choosing, questions, the comparison.
TIME = [
    top("Space", "simulation  paused", "시뮬레이션  멈춤"),
    top("→", "step 1 of 13", "13단계 중 1 "), top("n", "step 2", "중 2 "),
    top(".", "step 3", "중 3 "), top("PgDn", "step 4", "중 4 "), top("←", "step 3", "중 3 "),
    top("b", "step 2", "중 2 "), top("PgUp", "step 1 ", "중 1 "),
    top(">", "0:25.1"), top("<", "0:15.1"), top("Home", "0:06.1"),
    top("}", "0:15.1"), top("{", "0:06.1"), top("End", "step 13", "중 13 "), top("Home", "0:06.1"),
    top("Space", "▸ 1×"), top("+", "▸ 2×"), top("=", "▸ 4×"), top("-", "▸ 2×"),
    top("Space", "simulation  paused", "시뮬레이션  멈춤"), top("Home", "0:06.1"),
]

VIEWS = [
    top("Tab", "Log", "로그"), top("3", "Messages", "메시지"),
    top("4", "Records of __consumer_offsets-20", "__consumer_offsets-20의 레코드"),
    top("5", "kafka-consumer-groups.sh --describe"), Stop("→", "columns 2-", "열 2-"),
    Stop("←", "columns 1-", "열 1-"), top("6", "Settings", "설정"),
    top("7", "Terminals", "터미널"),
    top("8", "The order in which round robin deals", "라운드 로빈이 나눠 주는 순서"),
    top("2", "Log", "로그"), gone("1", "Log", "로그"),
]
GRID = [
    top("g", "Grid", "그리드"), Stop("]", "peter-test06-0 · A peter-kafka01"),
    Stop("]", "peter-test06-1 · B peter-kafka02"), Stop("[", "peter-test06-0 ·"),
    Stop("→", "peter-test06-1 ·"), Stop("Esc", "Why", "이유"),
]

LOOKS = [
    marked("↓", "peter-kafka01"), marked("↓", "peter-kafka02"), marked("↑", "peter-kafka01"),
    Stop("z", "2 more members", "멤버 2개 더"), gone("z", "2 more members", "멤버 2개 더"),
    top("Enter", "Grid", "그리드"), gone("Esc", "Grid", "그리드"),
    Stop("G", "1/40"), Stop("↓", "2/40"), gone("G", "2/40"),
    top("?", "Keys", "키"), top("?", "Signs", "기호"),
    gone("Esc", "any key closes this", "아무 키나 누르면 닫힌다"),
    last("F5", "F5 leave", "F5 나가기"), gone("F5", "F5 leave", "F5 나가기"),
    Stop("L", "이유", "Why"), Stop("L", "Why", "이유"),
    top("2", "Log", "로그"), line("/"), last("JoinGroup", "/JoinGroup"),
    last("Enter", "Space"), gone("Esc", "/JoinGroup"),
    gone("1", "Log", "로그"),
]

QUESTIONS = [
    line(":"), last("be", ":be"), last("Tab", ":beat"), last("2", ":beat 2"),
    top("Enter", "0:15.1"),
    Stop("p", "Ask", "질문"), Stop("p", "?   ?   ?"), Stop("B", "B?"), Stop("C", "C?"),
    gone("C", "?   ?   ?"), Stop("Enter", "2 of 3 right", "3개 중 2개를 맞혔다"),
    gone("Esc", "2 of 3 right", "3개 중 2개를 맞혔다"),
]

COMPARISON = [
    top("C", "compare", "비교"), top("→", "0:15.1"), last("i", "several", "여러"),
    top("2", "round robin: ", "라운드 로빈: "), top("Esc", "compare", "비교"),
    marked("Tab", "1 range", "1 레인지"), top("Enter", "range: ", "레인지: "),
    top("Esc", "compare", "비교"),
    top("Esc", "A consumer dies", "컨슈머 하나가 죽음"),
]

# What is done to the group, and taken back.
ACTS = [
    top("Space", "simulation  paused", "시뮬레이션  멈춤"),
    top("→", "step 1 of 27", "27단계 중 1 "), top("Home", "0:20.0"),
    Stop("k", "░B░"), gone("u", "░B░"), Stop("x", "leaving", "종료 중"),
    gone("u", "leaving", "종료 중"), Stop("a", "D has started", "D가 시작해"),
    gone("u", "D has started", "D가 시작해"),
    Stop("r", "A has started", "A가 시작해"), gone("u", "A has started", "A가 시작해"),
    Stop("t", "5 records a second", "1초에 5개를 처리"),
    gone("t", "5 records a second", "1초에 5개를 처리"),
    Stop("h", "regroup serve can hold", "regroup serve에서 된다"),
    Stop("P", "Partition 3 was added", "파티션 3이 새로"), gone("u", "Partition 3", "파티션 3이"),
    Stop("A", "to start anew with range", "range로 다시 시작"),
    gone("u", "to start anew with range", "range로 다시 시작"),
    Stop("S", "with a group.instance.id", "스태틱 멤버로"),
    gone("u", "with a group.instance.id", "스태틱 멤버로"),
    Stop("s", "no poll()", "폴 없음"), gone("s", "no poll()", "폴 없음"),
    Stop("c", "cut off", "단절"), gone("c", "cut off", "단절"),
]

# What has been played and what could be; inside the plan; a message's fields; a recording.
FUTURES = [
    top("Home", "step 0", "0단계"),
    last("f", "acts are cut off", "잘라 냈다"), gone("u", "cut off", "잘라 냈다"),
    line(":"), last("kill peter-kafka0", ":kill peter-kafka0"), last("3", "kafka03"),
    Stop("Enter", "░C░"), gone("u", "░C░"),
    line(":"), last("beat second", ":beat second"), top("Enter", "0:35.6"),
    Stop("i", "0 of 4", "4개 중 0개"), Stop("→", "1 of 4", "4개 중 1개"),
    Stop("PgDn", "2 of 4", "4개 중 2개"), Stop("←", "1 of 4", "4개 중 1개"),
    gone("i", "1 of 4", "4개 중 1개"), Stop("i", "0 of 4", "4개 중 0개"),
    gone("Esc", "0 of 4", "4개 중 0개"),
    top("3", "Messages", "메시지"), Stop("]", "  A  peter-kafka01"),
    Stop("[", "all members", "모든 멤버"), Stop("[", "  C  peter-kafka03"),
    Stop("Enter", "error_code"), gone("Esc", "error_code"),
    top("1", "only one stops", "하나만 멈춤"), last("w", "regroup-6-14-1.recording"),
    Stop("Ctrl-C", "ready$"),
]

# A surprise, opened from the home screen.
SURPRISE = [
    marked("↓", "6-5"), marked("↑", "6-4"), marked("End", "  d         "),
    marked("↑", "  v         "), marked("↑", "  s         "),
    marked("↑", "bounces"), marked("↑", "rolling-static"),
    marked("↑", "rolling-dynamic"), marked("↑", "three-clocks"), marked("↑", "slow-poller"),
    top("Enter", "A slow poller leaves", "느린 컨슈머가 떠남"),
    top("Space", "simulation  paused", "시뮬레이션  멈춤"),
    line(":"), last("beat 2", ":beat 2"), top("Enter", "0:12.1"),
    Stop("i", "0 of 4", "4개 중 0개"), gone("i", "0 of 4", "4개 중 0개"),
    Stop("p", "Ask", "질문"), gone("Esc", "Ask", "질문"),
    last("F5", "F5 leave", "F5 나가기"), gone("Esc", "F5 leave", "F5 나가기"),
]
LEAVING = [
    top("C", "compare", "비교"), top("4", "coop. sticky: ", "협력적 스티키: "),
    top("C", "compare", "비교"), Stop("Esc", "Why", "이유"),
    Stop("Esc", "[B]", is_gone=True, is_marked=True),
    top("Esc", "English"), Stop("s", "consumer-03"), top("Esc", "English"),
    last("L", "English", "한국어"), last("L", "한국어", "English"), Stop("q", "ready$"),
]

TOURS = {
    "6-5": TIME + VIEWS + GRID + LOOKS + QUESTIONS + COMPARISON + [Stop("q", "ready$")],
    "6-14": ACTS + VIEWS + FUTURES,
    "slow-poller": SURPRISE + VIEWS + GRID + LEAVING,
}


class Tour(TourCase):
    def test_every_key_of_the_table_has_a_stop(self):
        pressed = {stop.key for stops in TOURS.values() for stop in stops}
        keys = key_table()
        self.assertIn("PgDn", keys)
        self.assertEqual(keys - pressed, set())

    def test_figure_6_5(self):
        self.walk("6-5", TOURS["6-5"], "figure", "6-5")

    def test_figure_6_14(self):
        self.walk("6-14", TOURS["6-14"], "figure", "6-14")

    def test_a_surprise_from_the_home_screen_and_back(self):
        self.walk("home", TOURS["slow-poller"])


if __name__ == "__main__":
    unittest.main()

"""The keys do what they say."""

import unittest

import json
import re

from program import member, owners, readers, run
from screen_case import ScreenCase


class Keys(ScreenCase):
    def test_kill_leads_to_the_owners_of_figure_6_5(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("k")
        terminal.wait("dead")
        self.faster(terminal)
        now = self.wait_settled(terminal, 2, "the survivors to own all")
        last = run("render", "figure", "6-5", "--step", "last", "--format", "json").stdout
        self.assertEqual(owners(now), owners(json.loads(last)))
        self.assertFalse(member(now, "peter-kafka01")["alive"])
        terminal.wait("moved")
        rows = terminal.screen().split("\n")
        for partition, badge in ((0, "[B]"), (1, "[B]"), (2, "[C]")):
            self.assertTrue(
                any(row.startswith(f"  {partition} ") and badge in row for row in rows),
                "\n".join(rows))

    def test_a_static_member_is_back_in_time_as_in_figure_6_7(self):
        terminal = self.play("figure", "6-6")
        first = member(self.last(terminal), "peter-kafka01")["memberId"]
        terminal.keys("k")
        terminal.wait("stopped")
        terminal.keys("r")
        terminal.wait("came back")
        now = self.wait_settled(terminal, 1, "the same generation")
        self.assertEqual(readers(now), "123")
        self.assertNotEqual(member(now, "peter-kafka01")["memberId"], first)

    def test_a_failure_under_sticky_as_in_figure_6_12(self):
        terminal = self.play("figure", "6-10")
        terminal.keys("Down", "Down", "k")
        terminal.wait("dead")
        self.faster(terminal)
        now = self.wait_settled(terminal, 2, "the orphans to be read")
        self.assertEqual(readers(now), "11313313")
        self.assertEqual(now["verdict"]["needless"], 0)

    def test_a_failure_under_round_robin_as_in_figure_6_11(self):
        terminal = self.play("figure", "6-10")
        terminal.keys("A", "A", "A")
        terminal.wait("round robin")
        self.faster(terminal)
        self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable" and readers(now) == "12312312",
            "all to be started again")
        terminal.keys("Down", "Down", "k")
        now = self.wait_snapshot(
            terminal, lambda now: readers(now) == "13131313" and now["verdict"],
            "the survivors to own all")
        self.assertEqual(now["verdict"]["needless"], 2)

    def test_the_end_of_figure_6_13_under_cooperative_sticky_leads_to_6_14(self):
        terminal = self.play("figure", "6-13")
        terminal.keys("A", "A", "A")
        terminal.wait("coop. sticky")
        self.faster(terminal)
        self.wait_snapshot(
            terminal, lambda now: readers(now) == "223" and now["verdict"],
            "the survivors to own all")
        terminal.keys("r")
        now = self.wait_snapshot(
            terminal, lambda now: readers(now) == "213" and now["verdict"], "A to read one")
        self.assertEqual(now["verdict"]["rounds"], 2)

    def test_four_worlds_are_compared_and_one_is_opened(self):
        terminal = self.play("figure", "6-10")
        terminal.keys("C")
        terminal.wait("4 coop. sticky")
        self.faster(terminal)
        terminal.wait(lambda screen: re.search(r"needless +0 +2 +0 +0", screen))
        terminal.keys("2")
        terminal.wait(lambda screen: "round robin" in screen and "Why" in screen)
        terminal.keys("C")
        terminal.wait("1 range")
        terminal.keys("Escape")
        terminal.wait("Why")

    def test_every_pane_is_reached_by_its_key(self):
        terminal = self.play("figure", "6-5")
        for key, sight in (
                ("3", "Messages"), ("4", "Records of __consumer_offsets-"),
                ("5", "kafka-consumer-groups.sh --describe --group peter-consumer01"),
                ("6", "session.timeout.ms"), ("g", "3 members"), ("Escape", "Why"),
                ("3", "Messages")):
            terminal.keys(key)
            terminal.wait(sight)
        # The newest row may be a first Fetch, which has no fields; one of the next ones has.
        terminal.keys("Space")
        is_open = lambda screen: "group_id" in screen or "error_code" in screen
        for _ in range(4):
            terminal.keys("Up", "Enter")
            terminal.wait(lambda screen: is_open(screen) or "nothing is selected" in screen)
            if is_open(terminal.screen()):
                break
        terminal.wait(is_open)
        terminal.keys("Escape", "Escape")
        terminal.wait("Why")

    def test_a_line_is_typed_completed_mended_and_done(self):
        terminal = self.play("figure", "6-4")
        terminal.keys(":", "kill X", "Enter")
        terminal.wait("X: no such member; there is A peter-kafka01")
        terminal.keys("C-u", "ki", "Tab", "peter-kafka02", "Enter")
        self.wait_snapshot(
            terminal, lambda now: not member(now, "peter-kafka02")["alive"], "B to be killed")
        terminal.keys(":", "Up")
        terminal.wait(":kill peter-kafka02")
        terminal.keys("Escape", ":", "seek 0:30.0", "Enter", "Space")
        terminal.wait("0:3")

    def test_the_log_is_filtered_and_shown_whole_again(self):
        terminal = self.play("figure", "6-5")
        terminal.keys("2")
        terminal.wait("starts")
        terminal.keys("/", "plan", "Enter")
        terminal.wait_gone("starts")
        terminal.wait("/plan  1 of ")
        terminal.keys("Escape")
        terminal.wait("starts")

    def test_a_zoom_shows_one_member_of_many(self):
        terminal = self.open("sandbox", "--members", "20", "--topic", "orders:40")
        terminal.wait("Stable")
        terminal.keys("z")
        terminal.wait("select a member")
        terminal.keys("Down", "Down", "z")
        terminal.wait("19 more members")
        terminal.wait_gone("consumer-01")
        terminal.keys("z")
        terminal.wait("consumer-01")

    def test_the_glossary_opens_at_hand_and_walks(self):
        terminal = self.play("figure", "6-5")
        terminal.keys("Space", "G")
        terminal.wait("Glossary")
        terminal.wait("1/40")
        terminal.keys("Down")
        terminal.wait("2/40")
        terminal.keys("Escape")
        terminal.wait_gone("Glossary")
        terminal.wait("Why")

    def test_the_future_is_cut_off_and_comes_back(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("k")
        terminal.wait("dead")
        terminal.keys("Space", "Home", "f")
        terminal.wait("1 later act is cut off")
        terminal.keys("u")
        terminal.wait_gone("cut off")

    def test_partitions_are_added(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("P")
        terminal.wait("was added")
        self.wait_snapshot(
            terminal, lambda now: readers(now) == "123-", "a partition that nobody reads")

    def test_static_and_back(self):
        terminal = self.play("figure", "6-4")
        self.faster(terminal)
        terminal.keys("S")
        self.wait_snapshot(
            terminal, lambda now: readers(now) == "123"
            and member(now, "peter-kafka01")["instanceId"] == "consumer-peter-kafka01",
            "static members")

    def test_restart_is_a_new_member_and_a_rebalance(self):
        terminal = self.play("figure", "6-4")
        first = member(self.last(terminal), "peter-kafka01")["memberId"]
        terminal.keys("k")
        terminal.wait("dead")
        self.faster(terminal)
        self.wait_settled(terminal, 2, "the survivors to own all")
        terminal.keys("r")
        now = self.wait_settled(terminal, 3, "the restarted member to own a partition")
        self.assertNotEqual(member(now, "peter-kafka01")["memberId"], first)
        self.assertEqual(len(set(owners(now).values())), 3)

    def test_add_brings_a_fourth_member(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("a")
        self.faster(terminal)
        now = self.wait_settled(terminal, 2, "a group of four")
        self.assertTrue(member(now, "peter-kafka04")["alive"])
        terminal.wait("peter-kafka04")

    def test_close_says_goodbye(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("x")
        self.faster(terminal)
        now = self.wait_settled(terminal, 2, "a group of two")
        self.assertFalse(member(now, "peter-kafka01")["alive"])
        terminal.keys("2")
        terminal.wait("LeaveGroup")

    def test_poll_stops_and_goes_on(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("s")
        self.wait_snapshot(
            terminal, lambda now: owners(now)[0] is None
            and member(now, "peter-kafka01")["doing"] == "notPolling", "A to stop reading")
        terminal.keys("s")
        self.wait_snapshot(
            terminal, lambda now: owners(now)[0] == "peter-kafka01", "A to read again")

    def test_network_is_cut_and_healed(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("c")
        self.wait_snapshot(
            terminal, lambda now: member(now, "peter-kafka01")["doing"] == "cutOff",
            "A to be cut off")
        terminal.keys("c")
        self.wait_snapshot(
            terminal, lambda now: owners(now)[0] == "peter-kafka01", "A to read again")

    def test_slow_processing_lets_the_lag_grow(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("t")
        self.faster(terminal)
        self.wait_snapshot(
            terminal, lambda now: (now["partitions"][0]["lag"] or 0) > 60, "the lag to grow")
        terminal.keys("t")
        self.wait_snapshot(
            terminal, lambda now: now["partitions"][0]["lag"] in range(60), "the lag to shrink")

    def test_a_key_that_cannot_work_says_why(self):
        terminal = self.play("figure", "6-4")
        before = terminal.screen()
        terminal.keys("Space", "Down", "r")
        terminal.wait(lambda screen: screen != before and "runs already" in screen)

    def test_escape_where_nothing_is_above_says_so(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("Escape")
        terminal.wait("no screen above")

    def test_the_log_scrolls_back_to_its_first_line(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("2")
        terminal.wait("1 picture")
        terminal.keys(*["["] * 9)
        terminal.wait("B's process starts")

    def test_steps_go_on_and_back(self):
        terminal = self.play("figure", "6-5")
        terminal.keys("Space")
        terminal.keys("Right")
        terminal.wait("step 1 of")
        terminal.keys("n", ".")
        terminal.wait("step 3 of")
        terminal.keys("Left")
        terminal.wait("step 2 of")
        terminal.keys("Home")
        terminal.wait("step 0 of")

    def test_panes_language_and_help(self):
        terminal = self.play("figure", "6-4")
        terminal.keys("6")
        terminal.wait("session.timeout.ms")
        terminal.keys("1", "L")
        terminal.wait("이유")
        terminal.keys("L")
        terminal.wait("Why")
        terminal.keys("?")
        terminal.wait_gone("Why")
        terminal.keys("Escape")
        terminal.wait("Why")


class Home(ScreenCase):
    def test_choose_look_and_come_back(self):
        terminal = self.open()
        terminal.wait("6-5")
        terminal.keys("Down", "Enter")
        terminal.wait("Stable")
        terminal.wait("A consumer dies")
        terminal.keys("Escape")
        terminal.wait_gone("Stable")
        terminal.keys("s")
        terminal.wait("consumer-03")
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)


if __name__ == "__main__":
    unittest.main()

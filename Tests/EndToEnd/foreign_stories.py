"""What clients that others wrote live through in groups of our broker, as they would in Kafka's."""

import concurrent.futures

from cluster import OwnBroker
from foreign import wait_owned
from program import wait_for

RECORDS = 10_000
PARTITIONS = 6
MORE = 300
# Kafka's shortest, so that a death is noticed soon.
SHORT_MS = 6_000
STORIES = ("life", "static", "fenced", "strategies", "subscriptions", "transactions")


class Story:
    """One client, one group, topics of its own."""

    def __init__(self, client, broker, story):
        self.client = client
        self.bootstrap = broker.bootstrap
        self.id = f"{client.name}-{story}"
        self.members = []

    def topic(self, name="t"):
        return f"{self.id}-{name}"

    def join(self, topics=None, **options):
        member = self.client.member(
            self.bootstrap, self.id, topics or [self.topic()], **options)
        self.members.append(member)
        return member

    def end(self):
        for member in self.members:
            if member.process.returncode is None:
                member.kill()

    # The stories.

    def life(self):
        """Two, then three members; 10,000 records; one closes, one is killed: nothing is lost."""
        first, second = self.join(), self.join(session_ms=SHORT_MS)
        wait_owned([first, second], [3, 3])
        third = self.join()
        wait_owned([first, second, third], [2, 2, 2])
        self.client.produce(self.bootstrap, self.topic(), PARTITIONS, RECORDS)
        wait_for(lambda: sum(len(m.values) for m in self.members) >= RECORDS,
                 lambda: "; ".join(f"{len(m.values)} read, {m.told()}" for m in self.members))
        values = [value for member in self.members for value in member.values]
        assert sorted(map(int, values)) == list(range(RECORDS)), "each once, while nobody comes"
        third.close()
        wait_owned([first, second], [3, 3])
        second.kill()
        wait_owned([first], [6])
        self.client.produce(self.bootstrap, self.topic(), PARTITIONS, MORE, first=RECORDS)
        wait_for(lambda: {int(v) for m in self.members for v in m.values}
                 == set(range(RECORDS + MORE)), first.told)

    def static(self):
        """A static member is back in time: no rebalance; too late: there was one."""
        names = {"session_ms": SHORT_MS}
        first = self.join(instance="one", **names)
        second = self.join(instance="two", **names)
        wait_owned([first, second], [3, 3])
        had, changes = second.owns, first.changes
        second.kill()
        second = self.join(instance="two", **names)
        wait_for(lambda: second.owns == had, second.told)
        assert first.changes == changes, "the other one saw no rebalance"
        second.kill()
        wait_owned([first], [6])
        second = self.join(instance="two", **names)
        wait_owned([first, second], [3, 3])

    def fenced(self):
        """A second process with the same group.instance.id takes the place of the first."""
        first = self.join(instance="one")
        wait_owned([first], [6])
        second = self.join(instance="one")
        wait_owned([second], [6])
        if self.client.can_be_fenced:
            wait_for(lambda: first.failure, first.told)
            assert "fenced" in first.failure.lower(), first.failure
            return
        # UNKNOWN_MEMBER_ID is all that it is told: it comes back, and takes the place again.
        changes = first.changes
        wait_for(lambda: first.changes > changes + 1, first.told)

    def strategies(self):
        """Each assignor of the client's deals as Kafka's does."""
        for strategy in self.client.strategies:
            self.deal(strategy)

    def deal(self, strategy):
        group, topics = f"{self.id}-{strategy}", [self.topic("a"), self.topic("b")]
        members = [
            self.client.member(
                self.bootstrap, group, topics, strategy=strategy, client_id=f"m{number}")
            for number in range(2)]
        self.members += members
        wait_owned(members, {"range": [4, 2]}.get(strategy, [3, 3]))
        owned = sorted((m.owns for m in members), key=lambda some: (len(some), sorted(some)))
        a, b = topics
        wanted = {
            "range": [{f"{a}:2", f"{b}:2"}, {f"{a}:0", f"{a}:1", f"{b}:0", f"{b}:1"}],
            "roundrobin": [{f"{a}:0", f"{a}:2", f"{b}:1"}, {f"{a}:1", f"{b}:0", f"{b}:2"}],
        }.get(strategy)
        assert wanted in (None, owned), f"{strategy}: {owned}"
        for member in members:
            member.close()

    def subscriptions(self):
        """One member reads two topics, the other one of them."""
        a, b = self.topic("a"), self.topic("b")
        both, one = self.join([a, b]), self.join([a])
        wait_for(lambda: both.owns and one.owns and len(both.owns) + len(one.owns) == 6,
                 lambda: both.told() + one.told())
        assert all(name.startswith(a) for name in one.owns), one.owns
        assert {f"{b}:{number}" for number in range(3)} < both.owns, both.owns
        # Range deals the odd partition to the lesser member id, whosever that is.
        wait_owned([both, one], [6 - len(one.owns), len(one.owns)])

    def transactions(self):
        """Commit, abort, read_committed, a fenced zombie."""
        said = self.client.transact(self.bootstrap, self.topic(), self.id)
        if not self.client.can_abort:
            assert said == {"committed": ["committed"], "all": ["committed"]}, said
            return
        assert said["zombie"] == "fenced", said
        assert said["committed"] == ["committed", "of the second"], said
        assert said["all"] == ["committed", "aborted", "left open", "of the second"], said


class StoriesOfClients:
    """All stories of all `clients` run at the same time, each in a group of its own.

    A subclass, which is a `TestCase`, gets a test for each from `add_tests`: it waits for one.
    """

    clients = ()

    @classmethod
    def setUpClass(cls):
        topics = []
        for client in cls.clients:
            for story in STORIES:
                wanted = {"strategies": {"a": 3, "b": 3}, "subscriptions": {"a": 3, "b": 3},
                          "transactions": {"t": 1}}.get(story, {"t": PARTITIONS})
                for name, count in wanted.items():
                    topics += ["--topic", f"{client.name}-{story}-{name}:{count}"]
        cls.broker = OwnBroker("--listen", "127.0.0.1:0", *topics)
        cls.addClassCleanup(cls.broker.close)
        cls.pool = concurrent.futures.ThreadPoolExecutor(max_workers=6)
        cls.addClassCleanup(cls.pool.shutdown)
        cls.told = {
            (client.name, story): cls.pool.submit(cls.tell, client, story)
            for story in STORIES for client in cls.clients}

    @classmethod
    def tell(cls, client, story):
        running = Story(client, cls.broker, story)
        try:
            getattr(running, story)()
        finally:
            running.end()


def add_tests(case):
    def test_of(client, story):
        return lambda self: self.told[client.name, story].result(timeout=300)

    for client in case.clients:
        for story in STORIES:
            setattr(case, f"test_{client.name.replace('-', '_')}_{story}", test_of(client, story))
    return case

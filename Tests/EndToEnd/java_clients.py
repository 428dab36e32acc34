"""The same stories with Apache's own client, and its admin; `make test-java` runs them.

REGROUP_JAVA is a folder with kafka-clients and what it needs, and with our class.
"""

import os
import unittest

from foreign import ScriptClient, wait_owned
from foreign_stories import PARTITIONS, Story, StoriesOfClients, add_tests


class JavaClient(ScriptClient):
    def __init__(self):
        super().__init__("kafka-clients", "", ("range", "roundrobin", "sticky",
                                               "cooperative-sticky"))
        folder = os.environ.get("REGROUP_JAVA", "")
        self.start = ["java", "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp",
                      f"{folder}:{folder}/*", "JavaClient"]


@add_tests
class JavaClients(StoriesOfClients, unittest.TestCase):
    clients = [JavaClient()]

    def test_the_admin_client_sees_and_changes_a_group(self):
        client = self.clients[0]
        story = Story(client, self.broker, "life")
        story.id = "kafka-clients-admin"
        self.addCleanup(story.end)
        member = story.join(["kafka-clients-fenced-t"])
        wait_owned([member], [PARTITIONS])
        said = client.act(self.broker.bootstrap, "administer", "--group", story.id, "--topic",
                          "kafka-clients-fenced-t")[-1]
        self.assertEqual(said, {
            "says": "administered", "state": "Stable", "assignor": "range", "members": 1,
            "committed": 0, "listed": True, "partitions": 7,
            "deleting": "GroupNotEmptyException"})
        # The leader looks again within metadata.max.age.ms, and has the group rebalance.
        wait_owned([member], [7])


if __name__ == "__main__":
    unittest.main()

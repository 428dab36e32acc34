"""Clients that others wrote live in groups of our broker as they would in Kafka's.

What these clients cannot do: aiokafka has no cooperative assignor and is never fenced as a static
member; confluent-kafka and kcat (librdkafka) have no eager sticky assignor; kcat can only commit.
"""

import unittest

from foreign import CLIENTS_OF_OTHERS
from foreign_stories import StoriesOfClients, add_tests


@add_tests
class ForeignClients(StoriesOfClients, unittest.TestCase):
    clients = CLIENTS_OF_OTHERS


if __name__ == "__main__":
    unittest.main()

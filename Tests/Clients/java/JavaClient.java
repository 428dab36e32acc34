import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A consumer, a producer, a transactional producer, an admin: kafka-clients. Says what talk.py says. */
public final class JavaClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> STRATEGIES = Map.of(
      "range", "org.apache.kafka.clients.consumer.RangeAssignor",
      "roundrobin", "org.apache.kafka.clients.consumer.RoundRobinAssignor",
      "sticky", "org.apache.kafka.clients.consumer.StickyAssignor",
      "cooperative-sticky", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");

  private final Map<String, List<String>> options = new HashMap<>();
  private String act = "";

  public static void main(String[] arguments) throws Exception {
    JavaClient client = new JavaClient(arguments);
    int status = client.run();
    say("done", "");
    System.exit(status);
  }

  private JavaClient(String[] arguments) {
    for (int at = 0; at < arguments.length; at++) {
      if (arguments[at].startsWith("--")) {
        options.computeIfAbsent(arguments[at], name -> new ArrayList<>()).add(arguments[++at]);
      } else {
        act = arguments[at];
      }
    }
  }

  private int run() throws Exception {
    switch (act) {
      case "consume": return consume();
      case "produce": return produce();
      case "transact": return transact();
      case "administer": return administer();
      default: throw new IllegalArgumentException(act);
    }
  }

  private String option(String name, String otherwise) {
    return options.containsKey(name) ? options.get(name).get(0) : otherwise;
  }

  private static synchronized void say(String word, String rest) {
    System.out.println("{\"says\": \"" + word + "\"" + rest + "}");
    System.out.flush();
  }

  private static String list(Collection<String> texts) {
    return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"));
  }

  private Properties settings(Map<String, Object> more) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", option("--bootstrap-server", ""));
    settings.putAll(more);
    return settings;
  }

  private KafkaConsumer<String, String> consumer(Map<String, Object> more) {
    return new KafkaConsumer<>(settings(more), new StringDeserializer(), new StringDeserializer());
  }

  private KafkaProducer<String, String> producer(Map<String, Object> more) {
    return new KafkaProducer<>(settings(more), new StringSerializer(), new StringSerializer());
  }

  /** Says what the member has after each change. */
  private static final class Owned implements ConsumerRebalanceListener {
    private final TreeSet<String> names = new TreeSet<>();

    private static List<String> names(Collection<TopicPartition> partitions) {
      return partitions.stream().map(p -> p.topic() + ":" + p.partition()).toList();
    }

    @Override public void onPartitionsAssigned(Collection<TopicPartition> some) {
      names.addAll(names(some));
      say("owns", ", \"partitions\": " + list(names));
    }

    @Override public void onPartitionsRevoked(Collection<TopicPartition> some) {
      names.removeAll(names(some));
      say("owns", ", \"partitions\": " + list(names));
    }
  }

  private int consume() {
    Map<String, Object> wanted = new HashMap<>(Map.of(
        "group.id", option("--group", ""), "client.id", option("--client-id", "foreign"),
        "auto.offset.reset", "earliest", "auto.commit.interval.ms", "500",
        "session.timeout.ms", option("--session-ms", "20000"), "heartbeat.interval.ms", "500",
        "metadata.max.age.ms", "1000",
        "partition.assignment.strategy", STRATEGIES.get(option("--strategy", "range"))));
    if (options.containsKey("--instance")) {
      wanted.put("group.instance.id", option("--instance", ""));
    }
    KafkaConsumer<String, String> consumer = consumer(wanted);
    wakeAtEndOfInput(consumer);
    consumer.subscribe(options.get("--topic"), new Owned());
    try {
      while (true) {
        List<String> values = new ArrayList<>();
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          values.add(record.value());
        }
        if (!values.isEmpty()) {
          say("read", ", \"values\": " + list(values));
        }
      }
    } catch (WakeupException ended) {
      consumer.close();
      return 0;
    } catch (KafkaException error) {
      say("failed", ", \"error\": \"" + error.getClass().getSimpleName() + "\"");
      return 1;
    }
  }

  private static void wakeAtEndOfInput(KafkaConsumer<String, String> consumer) {
    Thread reader = new Thread(() -> {
      try {
        System.in.readAllBytes();
      } catch (IOException gone) {
        // As good as its end.
      }
      consumer.wakeup();
    });
    reader.setDaemon(true);
    reader.start();
  }

  private int produce() {
    int first = Integer.parseInt(option("--first", "0"));
    int count = Integer.parseInt(option("--count", "0"));
    int partitions = Integer.parseInt(option("--partitions", "1"));
    try (KafkaProducer<String, String> producer = producer(Map.of("linger.ms", "5"))) {
      for (int number = first; number < first + count; number++) {
        producer.send(new ProducerRecord<>(
            option("--topic", ""), number % partitions, null, Integer.toString(number)));
      }
    }
    return 0;
  }

  private KafkaProducer<String, String> transactional() {
    KafkaProducer<String, String> made = producer(Map.of("transactional.id", option("--id", "")));
    made.initTransactions();
    return made;
  }

  private void send(KafkaProducer<String, String> producer, String value) throws Exception {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(option("--topic", ""), 0, null, value)).get();
  }

  private int transact() throws Exception {
    KafkaProducer<String, String> first = transactional();
    send(first, "committed");
    first.commitTransaction();
    send(first, "aborted");
    first.abortTransaction();
    send(first, "left open");
    KafkaProducer<String, String> second = transactional();
    String zombie = "committed";
    try {
      first.commitTransaction();
    } catch (KafkaException error) {
      String name = error.getClass().getSimpleName();
      zombie = name.matches("ProducerFencedException|InvalidProducerEpochException") ? "fenced" : name;
    }
    send(second, "of the second");
    second.commitTransaction();
    say("transacted", ", \"zombie\": \"" + zombie + "\", \"committed\": "
        + list(read("read_committed")) + ", \"all\": " + list(read("read_uncommitted")));
    first.close(Duration.ZERO);
    second.close();
    return 0;
  }

  /** All that this isolation level sees. */
  private List<String> read(String level) {
    try (KafkaConsumer<String, String> consumer = consumer(Map.of("isolation.level", level))) {
      TopicPartition place = new TopicPartition(option("--topic", ""), 0);
      long end = consumer.endOffsets(List.of(place)).get(place);
      consumer.assign(List.of(place));
      consumer.seekToBeginning(List.of(place));
      List<String> found = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.position(place) < end && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
      }
      return found;
    }
  }

  /** What an administrator sees of a group, and what it can do. */
  private int administer() throws Exception {
    String group = option("--group", "");
    String topic = option("--topic", "");
    try (Admin admin = Admin.create(settings(Map.of()))) {
      var described = admin.describeConsumerGroups(List.of(group)).all().get().get(group);
      var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      var groups = admin.listGroups().all().get().stream().map(one -> one.groupId()).toList();
      admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(7))).all().get();
      int partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic)
          .partitions().size();
      long committed = offsets.values().stream().mapToLong(one -> one.offset()).sum();
      String refused = "deleted";
      try {
        admin.deleteConsumerGroups(List.of(group)).all().get();
      } catch (java.util.concurrent.ExecutionException error) {
        refused = error.getCause().getClass().getSimpleName();
      }
      say("administered", ", \"state\": \"" + described.groupState() + "\", \"assignor\": \""
          + described.partitionAssignor() + "\", \"members\": " + described.members().size()
          + ", \"committed\": " + committed + ", \"listed\": " + groups.contains(group)
          + ", \"partitions\": " + partitions + ", \"deleting\": \"" + refused + "\"");
    }
    return 0;
  }
}

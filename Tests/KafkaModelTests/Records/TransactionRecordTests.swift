import KafkaModel
import Testing

/// Records of `__transaction_state` and control records: bytes of a real broker, there and back.
@Suite struct TransactionRecordTests {
  /// What a producer of version 1 made a coordinator write in one transaction that committed.
  @Test func valuesOfATransactionAreReadAndWrittenAgain() throws {
    let stories: [(hex: String, TransactionLogValue)] = [
      (
        "0001" + "0000000000000001" + "0000" + "0000ea60" + "00" + "00" + "000001a202c18120"
          + "ffffffffffffffff" + "01" + "0008" + "0000000000000001",
        value(.empty, lastUpdateMs: 0x1_A202_C181_20)
      ),
      (
        "0001" + "0000000000000001" + "0000" + "0000ea60" + "01" + "02"
          + "135f5f636f6e73756d65725f6f666673657473" + "02" + "00000000" + "00"
          + "000001a202c18130" + "000001a202c18130" + "01" + "0008" + "0000000000000001",
        value(
          .ongoing, [TopicPartition("__consumer_offsets", 0)], lastUpdateMs: 0x1_A202_C181_30,
          startMs: 0x1_A202_C181_30)
      ),
      (
        "0001" + "0000000000000001" + "0000" + "0000ea60" + "04" + "01" + "000001a202c181ae"
          + "000001a202c18130" + "01" + "0008" + "0000000000000001",
        value(.completeCommit, lastUpdateMs: 0x1_A202_C181_AE, startMs: 0x1_A202_C181_30)
      ),
    ]
    for (hex, value) in stories {
      #expect(try TransactionLogValue(bytes: bytes(hex)) == value)
      #expect(try value.bytes == bytes(hex))
    }
  }

  @Test func keysAreReadAndWrittenAgain() throws {
    let key = bytes("0000" + "0006" + "74782d726177")
    let gone = TransactionRecord(transactionalId: "tx-raw", value: nil)
    #expect(try gone.keyBytes == key)
    #expect(try TransactionRecord(key: key, value: nil) == gone)
    #expect(try TransactionRecord(key: bytes("0001" + "0000"), value: nil) == nil)
  }

  @Test func everythingThatVersionTwoWritesComesBack() throws {
    let value = TransactionLogValue(
      producer: Producer(id: 8, epoch: .max), timeoutMs: 1, state: .prepareAbort,
      partitions: [TopicPartition("a", 0), TopicPartition("a", 3), TopicPartition("b", 1)],
      lastUpdateMs: 9, startMs: 7, previousProducerId: 8, nextProducerId: 9, clientVersion: .two)
    #expect(try TransactionLogValue(bytes: value.bytes) == value)
  }

  /// A broker writes null there; one that has partitions was not written by one.
  @Test func emptyHasNoPartitionsWhateverIsWritten() throws {
    var raw = try value(.ongoing, [TopicPartition("t", 0)], lastUpdateMs: 0).bytes
    raw[16] = 0
    #expect(try TransactionLogValue(bytes: raw) == value(.empty, lastUpdateMs: 0))
  }

  @Test func unknownVersionsAndStatesAreNotRead() throws {
    var raw = try value(.empty, lastUpdateMs: 0).bytes
    raw[1] = 7
    #expect(try TransactionLogValue(bytes: raw) == nil)
    raw[1] = 1
    raw[16] = 77
    #expect(try TransactionLogValue(bytes: raw) == nil)
  }

  /// Every cut, and every byte turned round: an error or a value, never a trap.
  @Test func damagedValuesDoNotTrap() throws {
    let whole = try value(.ongoing, [TopicPartition("t", 0)], lastUpdateMs: 0).bytes
    for end in 0..<whole.count {
      #expect(throws: ByteError.self) { try TransactionLogValue(bytes: Array(whole[..<end])) }
    }
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0xFF
      _ = try? TransactionLogValue(bytes: damaged)
    }
  }

  @Test func markersAreReadAndWrittenAgain() throws {
    let producer = Producer(id: 3, epoch: 0)
    for (key, isCommit) in [("00000001", true), ("00000000", false)] {
      let marker = TransactionMarker(producer: producer, isCommit: isCommit)
      #expect(marker.keyBytes == bytes(key))
      #expect(marker.valueBytes == bytes("000000000000"))
      #expect(
        try TransactionMarker(producer: producer, key: bytes(key), value: marker.valueBytes)
          == marker)
    }
    #expect(
      try TransactionMarker(producer: producer, key: bytes("00000002"), value: []) == nil)
  }

  private func value(
    _ state: TransactionState, _ partitions: [TopicPartition] = [], lastUpdateMs: Int64,
    startMs: Int64 = -1
  ) -> TransactionLogValue {
    TransactionLogValue(
      producer: Producer(id: 1, epoch: 0), timeoutMs: 60_000, state: state,
      partitions: partitions, lastUpdateMs: lastUpdateMs, startMs: startMs,
      previousProducerId: 1)
  }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

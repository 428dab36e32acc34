import KafkaModel
import KafkaWire

/// What a broker looks at before it takes a batch (`ProduceRequest.validateRecords`,
/// `LogValidator`).
enum BatchCheck {
  /// One batch of format v2 and nothing else, with a checksum that is right.
  static func header(
    of records: [UInt8]?, _ version: Int16, limitBytes: Int
  ) -> Result<RecordBatchHeader, ProduceFault> {
    guard let records, !records.isEmpty else { return .failure(.refused(.invalidRecord)) }
    let headers: [RecordBatchHeader]
    do {
      headers = try RecordBatches.headers(in: records)
    } catch {
      if case .checksum = error.reason { return .failure(.refused(.corruptMessage)) }
      return .failure(.refused(.invalidRecord))
    }
    guard headers.count == 1, let header = headers.first, length(records) == records.count else {
      return .failure(.refused(.invalidRecord))
    }
    // KIP-110: who speaks an older version does not know zstd.
    if header.compression == .zstd, version < 7 {
      return .failure(.refused(.unsupportedCompressionType))
    }
    // What nobody can read: Kafka's broker does not reckon with it.
    if header.compression == nil { return .failure(.refused(.unknownServerError)) }
    if records.count > limitBytes { return .failure(.refused(.messageTooLarge)) }
    return .success(header)
  }

  /// What only shows when the batch is to be appended: then the answer tells the log's start.
  static func fault(
    _ header: RecordBatchHeader, _ records: [UInt8], nowMs: Int64, timestampAfterMaxMs: Int64
  ) -> ProduceFault? {
    let offsets = header.lastOffset - header.baseOffset + 1
    let isDense = header.recordCount > 0 && Int64(header.recordCount) == offsets
    let isUncounted = header.producer.id >= 0 && header.baseSequence < 0
    if header.baseOffset != Offset(0) || header.isControl || !isDense || isUncounted {
      return .rejected(.invalidRecord, [])
    }
    let latestMs = nowMs + timestampAfterMaxMs
    guard header.maxTimestampMs > latestMs else { return nil }
    let late = RecordTimes.all(in: records).filter { $0.timestampMs > latestMs }
    return .rejected(
      .invalidTimestamp,
      late.map { record in
        let message =
          "Timestamp \(record.timestampMs) of message with offset \(record.index) is out of range."
          + " The timestamp should be within [\(nowMs - .max), \(latestMs)]"
        return .init(batchIndex: Int32(record.index), message: message)
      })
  }

  /// Of the first batch; -1 where there is none.
  private static func length(_ records: [UInt8]) -> Int {
    var input = ByteReader(records)
    guard (try? input.skip(8)) != nil, let length = try? input.int32() else { return -1 }
    return 12 + Int(length)
  }
}

/// Why a partition's records were not taken.
enum ProduceFault: Error, Hashable {
  /// Before the log was looked at.
  case refused(ErrorCode)
  /// The transaction's coordinator does not know of it; with the message that says so.
  case unverified(ErrorCode, String)
  /// By the log.
  case rejected(ErrorCode, [ProduceResponse.RecordError])
}

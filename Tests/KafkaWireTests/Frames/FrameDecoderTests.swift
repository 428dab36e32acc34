import KafkaWire
import Testing

@Suite("Frames of a stream")
struct FrameDecoderTests {
  @Test("frames come out whole, however the stream is cut into chunks")
  func chunks() throws {
    let stream: [UInt8] = [0, 0, 0, 3, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 1, 9]
    for size in 1...stream.count {
      var decoder = FrameDecoder(limit: 3)
      var frames: [[UInt8]] = []
      for start in stride(from: 0, to: stream.count, by: size) {
        decoder.append(Array(stream[start..<min(start + size, stream.count)]))
        while let frame = try decoder.next() { frames.append(frame) }
      }
      #expect(frames == [[1, 2, 3], [], [9]])
      #expect(decoder.waiting == 0)
    }
  }

  @Test("a length above the limit or below zero ends the stream, before its bytes come")
  func badLengths() {
    for (head, length) in [([0, 0, 0, 4], 4), ([0xFF, 0xFF, 0xFF, 0xFF], -1)] as [([UInt8], Int)] {
      var decoder = FrameDecoder(limit: 3)
      decoder.append(head)
      for _ in 0..<2 {
        #expect(throws: WireError(.frameLength(length, limit: 3))) { try decoder.next() }
      }
    }
  }
}

import Testing

@testable import KafkaSecurity

@Suite struct CertificateNamesTests {
  @Test func aHostIsFittedAsClientsDo() {
    let names = CertificateNames(["a.example", "*.b.example", "127.0.0.1", "::1"])
    for host in ["a.example", "A.Example", "x.b.example", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1"] {
      #expect(names.fit(host), "\(host)")
    }
    for host in ["b.example", "x.y.b.example", ".b.example", "127.0.0.2", "localhost", ""] {
      #expect(!names.fit(host), "\(host)")
    }
  }
}

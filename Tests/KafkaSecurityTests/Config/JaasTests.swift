import Testing

@testable import KafkaSecurity

@Suite struct JaasTests {
  private func options(_ text: String) -> [String]? {
    JaasConfig(text)?.options.map { "\($0.name)=\($0.value.text)" }
  }

  @Test func asKafkaWritesIt() throws {
    let text = #"a.b.PlainLoginModule required username="alice" password="al;ce=\"\\'";"#
    let jaas = try #require(JaasConfig(text))
    #expect(jaas.module == "a.b.PlainLoginModule")
    #expect(jaas["username"] == "alice")
    #expect(jaas["password"] == #"al;ce="\'"#)
    #expect(jaas["other"] == nil)
    #expect(!"\(jaas)".contains("al;ce"))
  }

  @Test func quotesAndSpaces() {
    #expect(options("M  Required a='x \"y\"' b = z ;") == [#"a=x "y""#, "b=z"])
    #expect(options(#"M optional a="\101\7\n";"#) == ["a=A\u{07}\n"])
    #expect(options("M required;") == [])
    #expect(options("M required a=\"\u{301}\";") == ["a=\u{301}"])
  }

  @Test func whatIsNone() {
    for text in [
      "", "M", "M required", "M required a=b", "M needed a=b;", "M required a b;", "M required a=;",
      "M required a=\"b;", "M required =b;", "KafkaClient { M required; };", "; ; ;",
      "M required a=\"b\\",
    ] {
      #expect(JaasConfig(text) == nil, "\(text)")
    }
  }
}

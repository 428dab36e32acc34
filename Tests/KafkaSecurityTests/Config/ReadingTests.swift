#if Security
  import Testing

  @testable import KafkaSecurity

  /// Kafka's own keys make a connection; what cannot be followed is said in one line.
  @Suite struct ReadingTests {
    private let secret = "tops3cret"
    private var sasl: String {
      "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\n"
        + "sasl.jaas.config=\(Settings.scram) required username=\"alice\" password=\"\(secret)\";\n"
    }

    @Test func nothingIsPlaintext() throws {
      let reading = try Settings().read("# nothing\n")
      #expect(reading.config == ConnectionConfig())
      #expect(reading.config.security.securityProtocol == .plaintext)
      #expect(reading.warnings.isEmpty)
    }

    @Test func saslOverTls() throws {
      let config = try Settings().read(sasl).config
      #expect(config.security.securityProtocol == .saslSsl)
      #expect(
        config.security.sasl
          == SaslSettings(mechanism: .scramSha512, username: "alice", password: Secret(secret)))
      #expect(config.security.tls == TlsSettings())
      #expect(!"\(config)".contains(secret))
      var dumped = ""
      dump(config, to: &dumped)
      #expect(!dumped.contains(secret))
    }

    @Test func mutualTls() throws {
      var settings = Settings()
      settings.files = [
        "ca.pem": Settings.certificate, "me.pem": Settings.key + Settings.certificate,
      ]
      let text = """
        security.protocol=ssl
        ssl.truststore.type=PEM
        ssl.truststore.location=ca.pem
        ssl.keystore.type=pem
        ssl.keystore.location=me.pem
        ssl.enabled.protocols=TLSv1.3
        """
      let tls = try #require(try settings.read(text).config.security.tls)
      #expect(tls.trusted?.text.text == Settings.certificate)
      #expect(tls.identity?.key.origin == "me.pem")
      #expect(tls.versions == .tls13 ... .tls13)
      #expect(tls.checksHostName)
    }

    @Test func inlinePemOnOneLine() throws {
      let line = "-----BEGIN CERTIFICATE----- QUJD QUJD -----END CERTIFICATE-----"
      let text =
        "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.certificates=\(line)\n"
      let trusted = try #require(try Settings().read(text).config.security.tls?.trusted)
      #expect(
        trusted.lined == "-----BEGIN CERTIFICATE-----\nQUJDQUJD\n-----END CERTIFICATE-----\n")
    }

    @Test func theLaterCountsAndTheArgumentBeforeTheFile() throws {
      let reading = try Settings().read(
        sasl + "sasl.mechanism=PLAIN\nsasl.mechanism=SCRAM-SHA-256\nclient.id=a\n",
        arguments: ["client.id=b", "request.timeout.ms=7"])
      #expect(reading.config.security.sasl?.mechanism == .scramSha256)
      #expect(reading.config.clientId == "b")
      #expect(reading.config.requestTimeoutMs == 7)
    }

    @Test func variables() throws {
      var settings = Settings()
      settings.variables = ["PW": "a\"b;${env:X}", "JAAS": jaas("${env:PW}")]
      settings.files = ["/s.properties": "x=1\npw=from=file\n", "/dir/pw": "from dir\n"]
      let head = "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=SCRAM-SHA-256\n"
      let cases = [
        (jaas("${env:PW}"), "a\"b;${env:X}"), (jaas("${file:/s.properties:pw}"), "from=file"),
        (jaas("${dir:/dir:pw}"), "from dir"), (jaas("a${file:/s.properties:x}$"), "a1$"),
        (jaas("${none}$"), "${none}$"),
      ]
      for (value, password) in cases {
        let config = try settings.read(head + "sasl.jaas.config=\(value)\n").config
        #expect(config.security.sasl?.password.text == password, "\(value)")
      }
      settings.variables["JAAS"] = jaas("whole")
      let whole = try settings.read(head + "sasl.jaas.config=${env:JAAS}\n").config
      #expect(whole.security.sasl?.password.text == "whole")
    }

    private func jaas(_ password: String) -> String {
      "\(Settings.scram) required username=\"alice\" password=\"\(password)\";"
    }

    @Test func whoIsAsked() throws {
      let text =
        "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-256\n"
        + "sasl.jaas.config=\(Settings.scram) required username=\"alice\";\n"
      var settings = Settings()
      #expect(settings.fault(text).contains("nobody can be asked for the one of alice"))
      settings.typed = secret
      #expect(try settings.read(text).config.security.sasl?.password.text == secret)
    }

    @Test func anEncryptedKeyNeedsItsPassword() throws {
      let key = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nQUJD\n-----END ENCRYPTED PRIVATE KEY-----\n"
      var settings = Settings()
      settings.files = ["me.pem": key + Settings.certificate]
      let text = "security.protocol=SSL\nssl.keystore.type=PEM\nssl.keystore.location=me.pem\n"
      #expect(
        settings.fault(text) == "ssl.key.password is missing: the key in me.pem is encrypted")
      let given = try settings.read(text + "ssl.key.password=\(secret)\n").config
      #expect(given.security.tls?.identity?.password == Secret(secret))
      settings.typed = secret
      #expect(try settings.read(text).config == given)
    }
  }

  /// One line each: what, where, and what would do.
  @Suite struct RefusedSettingsTests {
    @Test func whatIsNotSpoken() {
      let ssl = "security.protocol=SSL\n"
      let sasl = "security.protocol=SASL_SSL\n"
      let cases = [
        ("security.protocol=TLS", "client.properties:1: security.protocol: must be one of PLAIN"),
        (sasl, "Kafka's default GSSAPI (Kerberos) is not spoken here"),
        (sasl + "sasl.mechanism=GSSAPI", "client.properties:2: sasl.mechanism: GSSAPI (Kerberos)"),
        (sasl + "sasl.mechanism=OAUTHBEARER", "OAUTHBEARER is not spoken here; PLAIN, SCRAM"),
        (sasl + "sasl.mechanism=PLAIN", "sasl.jaas.config is missing"),
        (
          sasl + "sasl.mechanism=PLAIN\nsasl.jaas.config=\(Settings.scram) required;",
          "client.properties:3: sasl.jaas.config: with PLAIN its class is \(Settings.plain)"
        ),
        (
          sasl + "sasl.mechanism=PLAIN\nsasl.jaas.config=a.Krb5LoginModule required;",
          "Krb5LoginModule is not spoken here; org.apache.kafka.common.security.plain."
        ),
        (
          sasl + "sasl.mechanism=SCRAM-SHA-256\nsasl.jaas.config=\(Settings.scram) required "
            + "username=a password=b tokenauth=true;", "delegation tokens"
        ),
        (ssl + "ssl.truststore.location=/a.jks", "truststore.type=PEM"),
        (ssl + "ssl.truststore.type=JKS", "JKS stores are not read here; PEM is"),
        (ssl + "ssl.keystore.type=PKCS12", "PKCS12 stores are not read here"),
        (
          ssl + "ssl.truststore.type=PEM\nssl.truststore.location=a.pem",
          "client.properties:3: ssl.truststore.location: a.pem cannot be read: No such file"
        ),
        (ssl + "ssl.cipher.suites=X", "ssl.cipher.suites: is not spoken here"),
        (ssl + "ssl.enabled.protocols=TLSv1.1", "must be of TLSv1.2,TLSv1.3"),
        (ssl + "ssl.protocol=SSLv3", "must be TLSv1.3 or TLSv1.2"),
        (
          ssl + "ssl.protocol=TLSv1.2\nssl.enabled.protocols=TLSv1.3", "leaves no version of TLS"
        ),
        (ssl + "ssl.endpoint.identification.algorithm=ldap", "must be https, or empty"),
        ("sasl.username=a", "is librdkafka's name; Kafka's is sasl.jaas.config"),
        ("\n\nnonsense=1", "client.properties:3: nonsense: no such setting"),
        ("request.timeout.ms=0", "must be a whole number from 1"),
      ]
      for (text, part) in cases {
        let fault = Settings().fault(text)
        #expect(fault.contains(part), "\(text): \(fault)")
        #expect(!fault.contains("\n"))
      }
    }

    @Test func noValueIsRepeated() {
      let cases = [
        "sasl.password=tops3cret", "ssl.key.pasword=tops3cret", "pw.secret=tops3cret",
        "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=tops3cret",
        "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n"
          + "sasl.jaas.config=a.B required password=\"tops3cret\";",
        "security.protocol=SSL\nssl.keystore.type=PEM\nssl.keystore.key=tops3cret",
      ]
      for text in cases {
        let fault = Settings().fault(text)
        #expect(!fault.contains("tops3cret") && !fault.contains("taken"), "\(fault)")
      }
    }

    @Test func faultsOfVariables() {
      func fault(_ value: String) -> String { Settings().fault("client.id=\(value)") }
      #expect(fault("${env:NONE}").contains("client.id: the environment has no variable NONE"))
      #expect(fault("${file:/no:key}").contains("/no cannot be read"))
      #expect(fault("${file:client.properties:key}").contains("client.properties has no key"))
      #expect(fault("${file:key}").contains("a file's path and a key are needed"))
      #expect(fault("${vault:a:b}").contains("${vault:} is not known here"))
    }
  }

  /// Said, and gone on with.
  @Suite struct WarningTests {
    private let sasl = ["security.protocol=SASL_SSL", "sasl.mechanism=PLAIN"]

    private func warnings(_ text: String, _ arguments: [String] = []) throws -> [String] {
      var settings = Settings()
      settings.variables = ["PW": "tops3cret"]
      let warnings = try settings.read(text, arguments: arguments).warnings
      for warning in warnings { #expect(!warning.contains("tops3cret")) }
      return warnings
    }

    @Test func whatHasNoMeaningHere() throws {
      #expect(
        try warnings("acks=all\nconfig.providers=env\n") == [
          "client.properties:1: acks is passed over: it has no meaning here"
        ])
      #expect(
        try warnings("ssl.truststore.location=/none\n") == [
          "client.properties:1: ssl.truststore.location is passed over: security.protocol is "
            + "PLAINTEXT"
        ])
    }

    @Test func aSecretInTheArguments() throws {
      let jaas = "sasl.jaas.config=\(Settings.plain) required username=\"a\" password="
      let literal = try warnings("", sasl + [jaas + "\"tops3cret\";"])
      #expect(literal.count == 1)
      #expect(literal[0].hasPrefix("-X sasl.jaas.config: a password on the command line"))
      #expect(try warnings("", sasl + [jaas + "\"${env:PW}\";"]).isEmpty)
      #expect(try warnings(jaas + "\"tops3cret\";", sasl).isEmpty)
    }

    @Test func whatIsNotSafe() throws {
      let open = try warnings("security.protocol=SSL\nssl.endpoint.identification.algorithm=\n")
      #expect(open.count == 1 && open[0].contains("of any host name"))
      let clear = try warnings(
        "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\n"
          + "sasl.jaas.config=\(Settings.plain) required username=a password=tops3cret;")
      #expect(clear.count == 1 && clear[0].contains("SASL_SSL hides it"))
    }
  }
#endif

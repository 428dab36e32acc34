import KafkaModel
import Testing

@testable import regroup

@Suite struct CaseReaderTests {
  static func answers(_ line: String) throws -> [String] {
    let item = try CaseReader.read(Array(line.utf8), line: 7)
    return try item.steps.enumerated().map { try AssignAnswer.line($1, $0, of: item) }
  }

  static func complaint(_ line: String) -> String? {
    do throws(FieldError) {
      _ = try CaseReader.read(Array(line.utf8), line: 7)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func eachStepIsAnsweredAndWhatIsNotKnownIsLeftAlone() throws {
    let members = #"[{"id":"b","subscription":["t"],"age":3.5},{"id":"a","subscription":["t"]}]"#
    #expect(
      try Self.answers(
        #"{"id":"x","assignor":"range","z":[],"topics":{"t":3},"steps":[{"members":\#(members)},"#
          + #"{"members":\#(members),"topics":{"t":1},"event":null}]}"#) == [
          #"{"id":"x","step":0,"assignment":{"a":[["t",0],["t",1]],"b":[["t",2]]}}"#,
          #"{"id":"x","step":1,"assignment":{"a":[["t",0]],"b":[]}}"#,
        ])
    #expect(
      try Self.answers(
        #"{"assignor":"range","side":"server","topics":{"t":2},"members":\#(members)}"#) == [
          #"{"id":"line 7","step":0,"assignment":{"a":[["t",0]],"b":[["t",1]]}}"#
        ])
  }

  @Test func recordedOrdersDecide() throws {
    func line(_ order: String) -> String {
      #"{"id":"x","assignor":"uniform","steps":[{"members":[{"id":"a","subscription":["t","u"]},"#
        + #"{"id":"b","subscription":["t","u"]}],"topics":{"t":1,"u":1}\#(order)}]}"#
    }
    let first = #"{"id":"x","step":0,"assignment":{"a":[["u",0]],"b":[["t",0]]}}"#
    #expect(try Self.answers(line(#","memberOrder":["b","a"],"topicOrder":["t","u"]"#)) == [first])
    #expect(try Self.answers(line(#","memberOrder":["a","b"],"topicOrder":["u","t"]"#)) == [first])
    #expect(Self.complaint(line(#","memberOrder":["a"]"#)) == "steps[0].memberOrder: 1 is missing")
    #expect(
      Self.complaint(line(#","topicOrder":["t","t"]"#))
        == "steps[0].topicOrder[1]: unknown, or named twice")
  }

  @Test func whereKafkaThrowsTheAnswerSaysSo() throws {
    let members = (0..<3).map { number in
      #"{"id":"\#(number)","subscription":["t","u"],"owned":[["t",\#(number + 1)]],"generation":9}"#
    }.joined(separator: ",")
    let line =
      #"{"id":"x","assignor":"sticky","topics":{"t":4},"steps":[{"members":[\#(members)],"#
      + #""topics":{"t":1,"u":2}}]}"#
    let text = try Self.answers(line)
    #expect(
      text == [
        #"{"id":"x","step":0,"error":"IllegalStateException","#
          + #""message":"No more unfilled consumers to be assigned."}"#
      ])
  }

  @Test func whatAMemberHadMayBeGoneButMustHaveBeenThere() throws {
    func line(_ partition: Int, _ first: String, _ second: String) -> String {
      let member = #"{"id":"a","subscription":["t"],"owned":[["t",\#(partition)]],"generation":1}"#
      return #"{"assignor":"sticky","topics":{"t":1},"steps":[{"members":[],"topics":\#(first)},"#
        + #"{"members":[\#(member)],"topics":\#(second)}]}"#
    }
    #expect(Self.complaint(line(3, #"{"t":4}"#, #"{"t":2}"#)) == nil, "made again, smaller")
    #expect(Self.complaint(line(3, #"{"t":4}"#, "{}")) == nil, "deleted")
    let complaint = "steps[1].members[0].owned[0]: there is no partition t-3"
    #expect(Self.complaint(line(3, #"{"t":2}"#, #"{"t":3}"#)) == complaint)
    let grown =
      #"{"assignor":"sticky","steps":[{"members":[{"id":"a","subscription":["t"],"#
      + #""owned":[["t",3]],"generation":1}],"topics":{"t":1}},{"members":[],"topics":{"t":9}}]}"#
    #expect(
      Self.complaint(grown) == "steps[0].members[0].owned[0]: there is no partition t-3",
      "not yet there")
  }

  @Test func whatHasNoRoomInTheProtocolIsNamed() {
    let long = String(repeating: "x", count: 32_768)
    func line(_ member: String, _ topics: String) -> String {
      #"{"assignor":"range","members":[\#(member)],"topics":\#(topics)}"#
    }
    let tooLong = "longer than 32767 bytes"
    let topics = #"{"t":1}"#
    #expect(
      Self.complaint(line(#"{"id":"a","subscription":["\#(long)"]}"#, topics))
        == "members[0].subscription[0]: \(tooLong)")
    #expect(
      Self.complaint(line(#"{"id":"a","subscription":["t"],"rack":"\#(long)"}"#, topics))
        == "members[0].rack: \(tooLong)")
    #expect(
      Self.complaint(line(#"{"id":"a","subscription":[]}"#, #"{"\#(long)":1}"#))
        == "topics.\(long): \(tooLong)")
    let members = (0..<10_001).map { #"{"id":"\#($0)","subscription":[]}"# }
    let many = (0..<10_000).map { #""\#($0)":1"# }.joined(separator: ",")
    #expect(
      Self.complaint(line(members.joined(separator: ","), "{\(many)}"))
        == "members: 10001 of them and 10000 topics are too many")
  }

  @Test func complaintsNameTheField() {
    func step(_ members: String, _ topics: String = #"{"t":3}"#, _ assignor: String = "sticky")
      -> String
    { #"{"assignor":"\#(assignor)","steps":[{"members":\#(members),"topics":\#(topics)}]}"# }
    let known = "range, roundrobin, sticky, cooperative-sticky; of the broker: uniform, range"
    let lines = [
      ("{", "column 2: a string is missing"),
      ("[1]", "an object is expected"),
      ("{}", "assignor: missing"),
      (#"{"assignor":"range"}"#, "steps: missing"),
      (step("[]", "{}", "rnge"), "assignor: no assignor 'rnge': there are \(known)"),
      (step("3"), "steps[0].members: a list is expected"),
      (step("[3]"), "steps[0].members[0]: an object is expected"),
      (step(#"[{"subscription":[]}]"#), "steps[0].members[0].id: missing"),
      (step(#"[{"id":"a"}]"#), "steps[0].members[0].subscription: missing"),
      (step(#"[{"id":4,"subscription":[]}]"#), "steps[0].members[0].id: a string is expected"),
      (
        step(#"[{"id":"a","subscription":["t"]},{"id":"a","subscription":["t"]}]"#),
        "steps[0].members[1].id: two members have the id 'a'"
      ),
      (
        step(
          #"[{"id":"a","subscription":[],"instanceId":"i"},"#
            + #"{"id":"b","subscription":[],"instanceId":"i"}]"#),
        "steps[0].members[1].instanceId: two members have the instance 'i'"
      ),
      (
        step(#"[{"id":"a","subscription":["t"],"owned":[["t",3]]}]"#),
        "steps[0].members[0].owned[0]: there is no partition t-3"
      ),
      (
        step(#"[{"id":"a","subscription":["t"],"owned":[["t",0],["t",-1]]}]"#),
        "steps[0].members[0].owned[1]: partition -1"
      ),
      (
        step(#"[{"id":"a","subscription":["t"],"owned":["t"]}]"#),
        "steps[0].members[0].owned[0]: a list is expected"
      ),
      (step("[]", #"{"t":-1}"#), "steps[0].topics.t: -1 partitions"),
      (step("[]", #"{"t":1.5}"#), "steps[0].topics.t: a whole number of 32 bits is expected"),
      (step("[]", #"{"t":1,"t":1}"#), "steps[0].topics.t: named twice"),
      (
        step("[]", #"{"t":9999999,"u":2}"#),
        "steps[0].topics.u: more than 10000000 partitions in all"
      ),
    ]
    for (line, complaint) in lines { #expect(Self.complaint(line) == complaint) }
  }
}

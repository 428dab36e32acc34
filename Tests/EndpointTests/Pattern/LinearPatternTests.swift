import Testing

@testable import Endpoint

@Suite struct LinearPatternTests {
  @Test(arguments: [
    ("tx-.*", ["tx-", "tx-a", "tx-ab"], ["tx", "a-tx-", "TX-a"]),
    ("a|bc|", ["a", "bc", ""], ["b", "abc"]),
    ("(ab)+c?", ["ab", "ababc"], ["", "abcc", "aba"]),
    ("(?:a|b){2,3}", ["ab", "bba"], ["a", "abab"]),
    ("x{2}y{0,}z{1,2}?", ["xxz", "xxyyzz"], ["xz", "xxzzz"]),
    ("[a-c\\d_.-]+", ["a-3_.", "cab"], ["d", "a/b", ""]),
    ("[^a-c]x", ["dx", "-x"], ["ax", "x"]),
    ("[]a]+", ["]a]"], ["[a"]),
    ("^a$|\\.\\*", ["a", ".*"], ["aa", "x*"]),
    ("\\w+\\s\\S\\W\\D", ["tx 4-z"], ["tx 4-4", "tx4-z"]),
    ("a{,2}|{x}", ["a{,2}", "{x}"], ["aa"]),
    ("(a*)*(b|)+", ["", "aab", "bb"], ["ba"]),
    (".", ["é", "한"], ["\n", "ab"]),
  ])
  func wholeTextsMatch(pattern: String, yes: [String], no: [String]) throws {
    let read = try #require(LinearPattern(pattern))
    for text in yes { #expect(read.matches(text), "\(text)") }
    for text in no { #expect(!read.matches(text), "\(text)") }
  }

  @Test(arguments: [
    "(", ")", "a)", "[", "[a", "[b-a]", "*", "a**", "a+*", "\\", "\\p", "(?i)a", "(?P<n>a)",
    "[[:alpha:]]", "a{2,1}", "a{1001}", "(a{1000}){1000}", "[a-",
  ])
  func whatIsNoPatternIsNone(pattern: String) { #expect(LinearPattern(pattern) == nil) }

  @Test func whatIsTooLongIsNone() {
    #expect(LinearPattern(String(repeating: "a", count: 1_000)) != nil)
    #expect(LinearPattern(String(repeating: "a", count: 1_001)) == nil)
    let deep = String(repeating: "(", count: 101) + String(repeating: ")", count: 101)
    #expect(LinearPattern(deep) == nil)
  }

  /// Would take longer than there is time, if it went back and forth.
  @Test func noPatternTakesLong() throws {
    let pattern = try #require(LinearPattern("(a*)*(a|aa)+(a?){40}c"))
    #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
  }
}

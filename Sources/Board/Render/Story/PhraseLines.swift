import Narration
import Screen

/// Breaks a phrase into lines between words, keeping each word's weight.
enum PhraseLines {
  static func wrap(_ phrase: Phrase, width: Int) -> [Phrase] {
    let room = max(2, width)
    var lines: [Phrase] = []
    var line = Phrase("")
    var used = 0
    var gap = Phrase("")
    var gapWidth = 0
    let all = words(of: phrase)
    for (index, word) in all.enumerated() {
      let columns = DisplayWidth.of(word.text)
      if word.text.first == " " {
        (gap, gapWidth) = (word, columns)
        // A wide gap parts two statements: the second starts a line rather than to be broken.
        if columns > 1, used + columns + statementWidth(all[(index + 1)...]) > room {
          lines.append(line)
          (line, used) = (Phrase(""), 0)
        }
        continue
      }
      if used > 0, used + gapWidth + columns > room {
        lines.append(line)
        (line, used) = (Phrase(""), 0)
      }
      if used > 0 {
        line.append(gap)
        used += gapWidth
      }
      line.append(word)
      used += columns
      (gap, gapWidth) = (Phrase(""), 0)
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  /// A line that does not end where the text does: whole words, then a mark.
  static func cut(_ line: Phrase, width: Int) -> Phrase {
    var kept = wrap(line, width: width - 2).first ?? line
    kept.append(" ›")
    return kept
  }

  /// Columns up to the next wide gap.
  private static func statementWidth(_ words: ArraySlice<Phrase>) -> Int {
    var width = 0
    for word in words {
      let columns = DisplayWidth.of(word.text)
      if word.text.first == " ", columns > 1 { break }
      width += columns
    }
    return width
  }

  /// Words and the gaps between them; a word may consist of spans of different weight.
  private static func words(of phrase: Phrase) -> [Phrase] {
    var words: [Phrase] = []
    var isGap: Bool?
    for span in phrase.spans {
      var rest = Substring(span.text)
      while let first = rest.first {
        let space = first == " "
        let run = rest.prefix { ($0 == " ") == space }
        rest = rest.dropFirst(run.count)
        if isGap == space {
          words[words.count - 1].append(String(run), span.emphasis)
        } else {
          words.append(Phrase(String(run), span.emphasis))
        }
        isGap = space
      }
    }
    return words
  }
}

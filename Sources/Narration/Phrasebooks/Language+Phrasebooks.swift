extension Language {
  var story: any StoryPhrasebook {
    switch self {
    case .english: EnglishStory()
    case .korean: KoreanStory()
    }
  }

  var log: any LogPhrasebook {
    switch self {
    case .english: EnglishLog()
    case .korean: KoreanLog()
    }
  }

  var traffic: any TrafficPhrasebook {
    switch self {
    case .english: EnglishTraffic()
    case .korean: KoreanTraffic()
    }
  }

  public var figure: any FigurePhrasebook {
    switch self {
    case .english: EnglishFigure()
    case .korean: KoreanFigure()
    }
  }

  public var keys: any KeyPhrasebook {
    switch self {
    case .english: EnglishKeys()
    case .korean: KoreanKeys()
    }
  }

  public var signs: any SignPhrasebook {
    switch self {
    case .english: EnglishSigns()
    case .korean: KoreanSigns()
    }
  }

  public var pane: any PanePhrasebook {
    switch self {
    case .english: EnglishPane()
    case .korean: KoreanPane()
    }
  }

  public var glossary: any GlossaryPhrasebook {
    switch self {
    case .english: EnglishGlossary()
    case .korean: KoreanGlossary()
    }
  }

  public var line: any LinePhrasebook {
    switch self {
    case .english: EnglishLine()
    case .korean: KoreanLine()
    }
  }

  public var home: any HomePhrasebook {
    switch self {
    case .english: EnglishHome()
    case .korean: KoreanHome()
    }
  }

  public var notes: any NotesPhrasebook {
    switch self {
    case .english: EnglishNotes()
    case .korean: KoreanNotes()
    }
  }

  public var table: any TablePhrasebook {
    switch self {
    case .english: EnglishTable()
    case .korean: KoreanTable()
    }
  }

  public var questions: any QuestionPhrasebook {
    switch self {
    case .english: EnglishQuestions()
    case .korean: KoreanQuestions()
    }
  }

  public var transactions: any TransactionPhrasebook {
    switch self {
    case .english: EnglishTransactionFigure()
    case .korean: KoreanTransactionFigure()
    }
  }

  public var deals: any DealPhrasebook {
    switch self {
    case .english: EnglishDeal()
    case .korean: KoreanDeal()
    }
  }
}

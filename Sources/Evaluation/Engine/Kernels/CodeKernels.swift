import CScan
import Calendars
import Expressions
import Numbers
import Tables

/// What an expression that depends on one column of texts comes to for each text: it is evaluated once
/// for a text, by the oracle's own evaluator, and looked up for every record.
final class CodeTable {
  private let texts: SharedTexts
  private let evaluate: (Cell) -> Outcome
  private let store: (Outcome) -> Void
  private var known = 0

  /// - Parameters:
  ///   - evaluate: what comes of a cell.
  ///   - store: takes what came of an empty cell, an unreadable one, and each text in their order.
  init(
    _ texts: SharedTexts, evaluate: @escaping (Cell) -> Outcome,
    store: @escaping (Outcome) -> Void
  ) {
    self.texts = texts
    self.evaluate = evaluate
    self.store = store
  }

  /// Evaluates the texts that are new.
  func extend() {
    if known == 0 {
      store(evaluate(.empty))
      store(evaluate(.unreadable))
      known = 2
    }
    for text in texts.texts(from: known - 2) {
      store(evaluate(.text(text)))
      known += 1
    }
  }
}

/// A condition on one text: looked up by its code.
final class TruthOfText: Kernel {
  let register = TruthRegister()
  private let codes: NumberRegister
  private let table: CodeTable
  private let answers: Answers

  /// For each code, 1 for true, 2 for false, 0 for neither.
  private final class Answers { var bytes: [UInt8] = [] }

  init(_ codes: NumberRegister, _ texts: SharedTexts, _ evaluate: @escaping (Cell) -> Outcome) {
    self.codes = codes
    let answers = Answers()
    self.answers = answers
    table = CodeTable(texts, evaluate: evaluate) { outcome in
      if case .value(.bool(let value)) = outcome {
        answers.bytes.append(value ? 1 : 2)
      } else {
        answers.bytes.append(0)
      }
    }
  }

  func prepare(_ batch: Batch) { table.extend() }

  func run(_ slice: BatchSlice) {
    cmasks_look_up(
      answers.bytes, codes.values, slice.count, register.yes.words, register.no.words)
  }
}

/// A number or a text made of one text: looked up by its code.
final class NumberOfText: Kernel {
  let register: NumberRegister
  /// The texts that the codes of the register stand for, where it holds texts.
  let texts: SharedTexts
  private let codes: NumberRegister
  private let table: CodeTable
  private let answers: Answers

  private final class Answers {
    var values: [Int64] = []
    /// 1 for a value, 2 for an empty cell, 0 for neither.
    var states: [UInt8] = []
  }

  /// - Parameter results: the texts that it gives, shared by all threads.
  init(
    _ codes: NumberRegister, _ texts: SharedTexts, _ lane: Lane, results: SharedTexts,
    _ evaluate: @escaping (Cell) -> Outcome
  ) {
    self.codes = codes
    self.texts = results
    register = NumberRegister(lane)
    let answers = Answers()
    self.answers = answers
    table = CodeTable(texts, evaluate: evaluate) { outcome in
      let value = outcome.value.flatMap { lane.stored($0, results) }
      answers.values.append(value ?? 0)
      answers.states.append(value != nil ? 1 : outcome.isEmptyCell ? 2 : 0)
    }
  }

  func prepare(_ batch: Batch) { table.extend() }

  func run(_ slice: BatchSlice) {
    let (from, to) = (codes.values, register.values)
    answers.values.withUnsafeBufferPointer { values in
      for record in 0..<slice.count { to[record] = values[Int(from[record])] }
    }
    cmasks_look_up(
      answers.states, from, slice.count, register.valid.words, register.absent.words)
  }
}

extension Outcome {
  /// Whether it is the use of an empty cell.
  var isEmptyCell: Bool {
    if case .error(let error) = self { error.isEmptyCell } else { false }
  }
}

extension Lane {
  /// The lane of values of a type; `nil` where registers hold none. What scale decimals have is for
  /// their source to say.
  init?(_ type: ValueType, scale: Int?) {
    switch type {
    case .int: self = .int
    case .decimal:
      guard let scale else { return nil }
      self = .decimal(scale: scale)
    case .date: self = .date
    case .timestamp: self = .timestamp
    case .workingDays: self = .workingDays
    case .calendarDays: self = .calendarDays
    case .calendarMonths: self = .calendarMonths
    case .workingHours: self = .workingHours
    case .string: self = .text
    default: return nil
    }
  }

  /// A value as registers of the lane hold it; `nil` where they cannot exactly.
  func stored(_ value: Value, _ texts: SharedTexts?) -> Int64? {
    switch (self, value) {
    case (.int, .int(let int)): return int
    case (.decimal(let scale), .decimal(let decimal)):
      guard let units = try? decimal.multiplied(by: Rational(Lane.power(scale))), units.isWhole
      else { return nil }
      return Int64(exactly: units.numerator)
    case (.date, .date(let day)): return Int64(day.number)
    case (.timestamp, .timestamp(let instant)):
      return instant.nanoseconds % 1000 == 0 ? instant.microseconds : nil
    case (.workingDays, .workingDays(let count)), (.calendarDays, .calendarDays(let count)),
      (.calendarMonths, .calendarMonths(let count)), (.workingHours, .workingHours(let count)):
      return count
    case (.text, .string(let text)): return texts.map { $0.code(of: text) + 2 }
    default: return nil
    }
  }

  /// The value that a number of the lane stands for; of a text its code.
  func value(_ stored: Int64) -> Value {
    switch self {
    case .int, .text: .int(stored)
    case .decimal(let scale): .decimal(Rational(units: stored, scale: scale))
    case .date: .date(Day(number: Int32(clamping: stored)))
    case .timestamp: .timestamp(Instant(microseconds: stored))
    case .workingDays: .workingDays(stored)
    case .calendarDays: .calendarDays(stored)
    case .calendarMonths: .calendarMonths(stored)
    case .workingHours: .workingHours(stored)
    }
  }

  /// Ten to the power of a scale (0 to 9).
  static func power(_ scale: Int) -> Int128 {
    (0..<scale).reduce(Int128(1)) { power, _ in power * 10 }
  }
}

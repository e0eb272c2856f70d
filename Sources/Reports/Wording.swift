import Assessment
import Diagnostics
import Numbers

/// What reports word alike: numbers, targets and parts of verdicts.
protocol Wording {
  var language: Language { get }
  var figures: Figures { get }
}

extension Wording {
  func say(_ text: Text) -> String { text.in(language) }

  /// A label and what it labels.
  func field(_ label: Text, _ words: String) -> String { "\(say(label)): \(words)" }

  /// The number with what it is made of: `45/50 (90%), chưa đến hạn 3, chưa xác định 2`.
  func measure(
    _ measured: Verdict.Measured?, _ counts: Verdict.Counts, _ bounds: Verdict.Bounds,
    _ kind: MeasureKind
  ) -> String {
    var parts = [measured.map { fraction($0, kind) } ?? say(Words.none)]
    if counts.notDue > 0 { parts.append(say(Words.notDue(figures.count(counts.notDue)))) }
    if counts.unknown > 0 { parts.append(say(Words.unknown(figures.count(counts.unknown)))) }
    if let low = bounds.low, let high = bounds.high, low != high {
      parts.append(say(Words.between(figures.value(low, kind), figures.value(high, kind))))
    }
    return parts.joined(separator: ", ")
  }

  /// `45/50 (90%)`, or the value alone where nothing is divided.
  func fraction(_ measured: Verdict.Measured, _ kind: MeasureKind) -> String {
    let value = figures.value(measured.value, kind)
    guard kind == .share || kind == .mean || kind == .ratio else { return value }
    let parts = [measured.numerator, measured.denominator].map { figures.value($0, .count) }
    return "\(parts.joined(separator: "/")) (\(value))"
  }

  /// A part of a verdict: its target, its number, its own outcome.
  func describe(_ part: Verdict.Part, _ kind: MeasureKind) -> String {
    let days = part.target.map { since($0) } ?? say(Words.outcome(.noTarget))
    let target =
      part.target.map { ", \(limit($0, kind)) (\($0.cite))" } ?? ""
    let measured = part.measured.map { measured in
      "\(figures.value(measured.numerator, .count))/\(figures.value(measured.denominator, .count))"
        + " (\(figures.value(measured.value, kind)))"
    }
    let outcome = say(Words.outcome(part.outcome)).lowercased()
    return "\(days)\(target): \(measured ?? say(Words.none)), \(outcome)"
  }

  func since(_ target: TargetSummary) -> String {
    say(Words.since(figures.date(target.from), target.until.map(figures.date)))
  }
}

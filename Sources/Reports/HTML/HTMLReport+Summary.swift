import Assessment
import Diagnostics

/// The first thing that is read: how many verdicts of each outcome, which obligations, which units.
extension HTMLReport {
  func summary(_ page: inout HTML) {
    section("summary", &page) { page in
      page.element("p", ["class": "lead"], text: lead)
      tiles(&page)
      obligationTable(&page)
      worstUnits(&page)
    }
  }

  private var lead: String {
    let violated = judged.filter { $0.outcome == .violated }
    let units = Set(judged.map(\.unit))
    let all = word(
      "summary.all", figures.count(judged.count), figures.count(units.count),
      figures.count(Set(judged.map(\.obligation)).count))
    guard !violated.isEmpty else { return all + " " + word("summary.none-violated") }
    return all + " "
      + word(
        "summary.violated", figures.count(violated.count),
        figures.count(Set(violated.map(\.unit)).count))
  }

  private func tiles(_ page: inout HTML) {
    page.element("ul", ["class": "tiles"]) { page in
      for outcome in shownOutcomes {
        let count = judged.count { $0.outcome == outcome }
        page.element("li", ["class": "tile " + outcome.rawValue]) { page in
          page.element("b", text: figures.count(count))
          mark(outcome, &page)
          page.element("span", text: say(Words.outcome(outcome)))
        }
      }
    }
    bar(OutcomeCounts(judged), &page)
  }

  /// The outcomes that there are, worst first; the three that matter most in any case.
  private var shownOutcomes: [Verdict.Outcome] {
    Verdict.Outcome.allCases.filter { outcome in
      outcome <= .met || judged.contains { $0.outcome == outcome }
    }
  }

  /// The sign of an outcome, which tells it without colours.
  func mark(_ outcome: Verdict.Outcome, _ page: inout HTML) {
    page.element("i", ["class": "mark", "aria-hidden": "true"], text: outcome.mark)
  }

  /// The fill of outcomes that have to be told apart without colours.
  func patterns(_ page: inout HTML) {
    page.markup(
      """
      <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>\
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">\
      <rect class="hatch-ground" width="6" height="6"></rect>\
      <path class="hatch-line" d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5"></path></pattern></defs></svg>
      """)
  }

  /// The share of each outcome as a bar; its numbers stand beside it.
  private func bar(_ counts: OutcomeCounts, _ page: inout HTML) {
    page.element(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 \(max(1, counts.total)) 1", "preserveAspectRatio": "none",
        "aria-hidden": "true", "focusable": "false",
      ]
    ) { page in
      var start = 0
      for outcome in Verdict.Outcome.allCases {
        let count = counts[outcome]
        if count == 0 { continue }
        page.element(
          "rect",
          [
            "class": outcome.rawValue, "x": String(start), "width": String(count), "height": "1",
          ]
        ) { _ in }
        start += count
      }
    }
  }

  // MARK: - Obligations

  private func obligationTable(_ page: inout HTML) {
    let columns: [Verdict.Outcome] = [.violated, .undetermined, .met]
    let own = Dictionary(grouping: judged, by: \.obligation)
    page.element("h3", text: word("summary.obligations"))
    table(
      ["obligations"],
      [word("column.number"), word("column.obligation"), word("column.share")]
        + columns.map { word("column.outcome." + $0.rawValue) } + [
          word("column.rest"), word("column.breaches"),
        ],
      &page
    ) { page in
      for (index, obligation) in assessment.obligations.enumerated() {
        guard let verdicts = own[obligation.id] else { continue }
        row(obligation, number: index + 1, verdicts, columns, &page)
      }
    }
  }

  private func row(
    _ obligation: ObligationSummary, number: Int, _ verdicts: [Verdict],
    _ columns: [Verdict.Outcome], _ page: inout HTML
  ) {
    let counts = OutcomeCounts(verdicts)
    page.element("tr", ["data-o": String(number)]) { page in
      page.element("td", ["class": "number"], text: String(number))
      page.element("th", ["scope": "row"]) { page in
        page.text(say(obligation.title))
        page.element("small", text: directives[obligation.directive]?.number ?? "")
      }
      page.element("td", ["class": "share"]) { bar(counts, &$0) }
      for outcome in columns { numeral(counts[outcome], outcome, &page) }
      numeral(counts.total - columns.reduce(0) { $0 + counts[$1] }, nil, &page)
      let breaches = verdicts.filter { $0.outcome == .violated }.reduce(0) {
        $0 + $1.evidence.total
      }
      numeral(breaches, nil, &page)
    }
  }

  private func numeral(_ count: Int, _ outcome: Verdict.Outcome?, _ page: inout HTML) {
    let emphasis = count > 0 ? outcome.map { " " + $0.rawValue } ?? "" : " zero"
    page.element(
      "td", ["class": "count" + emphasis], text: count == 0 ? "–" : figures.count(count))
  }

  // MARK: - Units

  /// The units with most violations, of which a reader asks first.
  private func worstUnits(_ page: inout HTML) {
    let violated = Dictionary(grouping: judged.filter { $0.outcome == .violated }, by: \.unit)
    let worst = violated.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }.prefix(10)
    if worst.isEmpty { return }
    page.element("h3", text: word("summary.units"))
    table(
      ["worst"],
      [
        word("column.unit"), word("column.outcome.violated"), word("column.breaches"),
        word("column.which"),
      ], &page
    ) { page in
      for (unit, verdicts) in worst {
        page.element("tr", ["data-u": unit]) { page in
          page.element("th", ["scope": "row"]) { page in
            page.element("a", ["href": "#" + Anchor.unit(unit)], text: units[unit]?.name ?? unit)
          }
          numeral(verdicts.count, .violated, &page)
          numeral(verdicts.reduce(0) { $0 + $1.evidence.total }, nil, &page)
          page.element(
            "td",
            text: verdicts.map { obligations[$0.obligation].map { say($0.title) } ?? $0.obligation }
              .joined(separator: "; "))
        }
      }
    }
  }

  // MARK: - Tables

  /// A table that scrolls by itself where it is wider than the page.
  func table(
    _ classes: [String], _ columns: [String], _ page: inout HTML, _ rows: (inout HTML) -> Void
  ) {
    page.element("div", ["class": "scroll"]) { page in
      page.element("table", ["class": classes.joined(separator: " ")]) { page in
        page.element("thead") { page in
          page.element("tr") { page in
            for column in columns { page.element("th", ["scope": "col"], text: column) }
          }
        }
        page.element("tbody", [:], rows)
      }
    }
  }
}

/// How many verdicts there are of each outcome.
private struct OutcomeCounts {
  private let counts: [Verdict.Outcome: Int]
  let total: Int

  init(_ verdicts: [Verdict]) {
    counts = verdicts.reduce(into: [:]) { $0[$1.outcome, default: 0] += 1 }
    total = verdicts.count
  }

  subscript(outcome: Verdict.Outcome) -> Int { counts[outcome] ?? 0 }
}

extension Verdict.Outcome {
  /// A sign that tells it without colours.
  var mark: String {
    switch self {
    case .violated: "✕"
    case .undetermined: "?"
    case .met: "✓"
    case .tooFewRecords: "<"
    case .noTarget: "·"
    case .waived: "○"
    case .notApplicable: "–"
    case .toDate: "…"
    }
  }
}

/// The names of places in the page, which links end with. They stay the same from run to run.
enum Anchor {
  /// The section of a unit.
  static func unit(_ code: String) -> String { "u-" + safe(code) }

  /// A verdict, by its number.
  static func verdict(_ number: String) -> String { "v-" + safe(number) }

  /// Letters, digits, `.`, `-` and `/` stand for themselves, any other byte as `_` and its number.
  private static func safe(_ text: String) -> String {
    var safe = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "/"):
        safe.unicodeScalars.append(Unicode.Scalar(byte))
      default: safe += "_" + String(byte, radix: 16)
      }
    }
    return safe
  }
}

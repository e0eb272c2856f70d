import Assessment
import Calendars
import Diagnostics
import Registry
import Rulebook

/// Says of each text that stands for no unit where it stands first, why nobody can tell whose the records
/// are, and which units may be meant.
struct StrayDefects {
  /// Of so many texts of a column it is said; of the others how many there are.
  private static let most = 1000

  private let request: EvaluationRequest
  private let candidates: UnitCandidates

  /// - Parameter known: the codes of units that there are in the periods judged.
  init(_ request: EvaluationRequest, known: Set<String>) {
    self.request = request
    let registry = request.rulebook.registry
    candidates = UnitCandidates(
      registry, present: registry.units(during: request.period).filter { known.contains($0.code) })
  }

  /// One for each text. What is empty or unreadable is a defect of its cell.
  func defects(_ strays: Strays) -> [Places.Defect] {
    let column = request.rulebook.datasets.first { $0.id == strays.dataset }?.columns[strays.column]
    let isSecret = column?.personal ?? false
    func defect(_ finding: UnitFinding, _ place: Places.Place, _ value: String?) -> Places.Defect {
      Places.Defect(
        kind: "unknown-unit", code: finding.code, dataset: strays.dataset, file: place.file,
        line: place.line, field: nil, column: column?.id, key: nil, value: value,
        message: finding.message, hint: finding.hint)
    }
    let texts = strays.texts.filter { !$0.text.isEmpty && $0.first != nil }
    let said = texts.prefix(Self.most).compactMap { stray in
      stray.first.map { place in
        let shown = isSecret ? "…" : stray.text
        let finding = UnitFinding(shown, candidates.doubt(about: stray.text), stray.count)
        return defect(finding, place, isSecret ? nil : stray.text)
      }
    }
    let rest = texts.dropFirst(Self.most)
    let others = rest.first?.first.map { place in
      defect(UnitFinding(others: rest.count, rest.reduce(0) { $0 + $1.count }), place, nil)
    }
    return said + [others].compactMap(\.self)
  }
}

/// What is said about a text that stands for no unit. Codes TT0701 to TT0703.
struct UnitFinding {
  let code: String
  let message: Text
  let hint: Text

  /// - Parameter count: how many records have the text.
  init(_ text: String, _ doubt: UnitCandidates.Doubt, _ count: Int) {
    let records = Text(
      vi: "\(count) bản ghi", en: count == 1 ? "1 record" : "\(count) records")
    switch doubt {
    case .nearly(let units):
      code = "TT0701"
      message = Text(
        vi: "'\(text)' không phải mã hay tên của đơn vị nào trong kỳ (\(records.vi))",
        en: "'\(text)' is no code or name of a unit of the period (\(records.en))")
      hint = Self.meant(units)
    case .several(let units):
      code = "TT0702"
      message = Text(
        vi: "'\(text)' là tên gọi của hơn một đơn vị trong kỳ (\(records.vi))",
        en: "'\(text)' is what more than one unit of the period is called (\(records.en))")
      hint = Text(
        vi: "ghi mã của đơn vị: \(Self.list(units).vi)",
        en: "write the unit's code: \(Self.list(units).en)")
    case .elsewhen(let units):
      code = "TT0703"
      message = Text(
        vi: "'\(text)' không phải đơn vị nào của kỳ này (\(records.vi))",
        en: "'\(text)' is no unit of this period (\(records.en))")
      let known = units.map(Self.dated)
      hint = Text(
        vi: "danh mục đơn vị ghi: \(known.map(\.vi).joined(separator: ", "))",
        en: "the registry has: \(known.map(\.en).joined(separator: ", "))")
    }
  }

  /// - Parameters:
  ///   - others: how many more texts stand for no unit.
  ///   - count: how many records have one of them.
  init(others: Int, _ count: Int) {
    code = "TT0701"
    message = Text(
      vi: "còn \(others) cách ghi khác không phải đơn vị nào của kỳ (\(count) bản ghi)",
      en: "\(others) more texts are no unit of the period (\(count) records)")
    hint = Text(
      vi: "kiểm tra xem cột này có đúng là cột đơn vị không",
      en: "see whether this is the column of units at all")
  }

  private static func meant(_ units: [Unit]) -> Text {
    if units.isEmpty {
      return Text(
        vi: "ghi mã đơn vị, hoặc thêm tên này vào 'aliases' của đơn vị trong danh mục",
        en: "write the unit's code, or add the name to the 'aliases' of its unit in the registry")
    }
    return Text(
      vi: "có phải \(list(units).vi)? Ghi mã đơn vị, hoặc thêm tên này vào 'aliases' của đơn vị",
      en:
        "is it \(list(units).en)? Write the unit's code, or add the name to the 'aliases' of the unit"
    )
  }

  private static func list(_ units: [Unit]) -> Text {
    let names = units.map { "\($0.code) (\($0.name))" }
    return Text(
      vi: names.joined(separator: " hoặc "), en: names.joined(separator: " or "))
  }

  private static func dated(_ unit: Unit) -> Text {
    let (from, until) = (unit.dates.from, unit.dates.until)
    let vi = [from.map { "từ \($0.shown(in: .vi))" }, until.map { "đến hết \($0.shown(in: .vi))" }]
    let en = [from.map { "from \($0.shown(in: .en))" }, until.map { "until \($0.shown(in: .en))" }]
    let days = Text(
      vi: vi.compactMap(\.self).joined(separator: " "),
      en: en.compactMap(\.self).joined(separator: " "))
    return Text(
      vi: "\(unit.name) (\(unit.code)) \(days.vi)", en: "\(unit.name) (\(unit.code)) \(days.en)")
  }
}

import Diagnostics
import Rulebook
import YAMLTree

/// What can be wrong with a case of an index. Code TT0829.
extension Diagnostic {
  static func unknownIn(
    _ index: ScoreIndex, _ name: Located<String>, _ known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "TT0829",
      Text(
        vi: "bộ chỉ số '\(index.id)' không có '\(name.value)'",
        en: "the index '\(index.id)' has no '\(name.value)'"),
      at: Label(name.span),
      hint: .nearest(name.value, among: known)
        ?? Text(vi: "viết một trong: \(list)", en: "write one of: \(list)"))
  }

  static func badCaseMeasure(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0829",
      Text(vi: "không đọc được số ở đây", en: "there is no number to be read here"),
      at: Label(span.firstLine),
      hint: Text(
        vi:
          "số đo: 9/10, 90%, [40%, 60%], empty hoặc missing; điểm: 8.3, [8.3, 18] (điểm, tối đa), hoặc '?'; mong đợi: 5.88, [4, 6] hoặc none",
        en:
          "a measure: 9/10, 90%, [40%, 60%], empty or missing; points: 8.3, [8.3, 18] (points, maximum), or '?'; wanted: 5.88, [4, 6] or none"
      ))
  }
}

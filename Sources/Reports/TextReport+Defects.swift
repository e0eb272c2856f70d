import Assessment
import Diagnostics

extension TextReport {
  /// How many places of each kind of defect are shown: more where nothing else is.
  private var shownPlaces: Int { assessment.only == .data ? 20 : 3 }

  /// The files that were read, with how many records each gave.
  func read(_ paper: inout Paper) {
    paper.heading(say(Words.filesRead))
    for input in assessment.manifest.inputs where input.role == "exports" {
      paper.line("• \(input.path): \(say(Words.records(figures.count(input.records ?? 0))))")
    }
  }

  /// What is wrong with the data, the first places of each kind.
  func defects(_ paper: inout Paper) {
    let all = assessment.places.defects
    let total = assessment.defects.reduce(0) { $0 + $1.count }
    paper.line(say(Words.defects(figures.count(total))))
    for kind in assessment.defects {
      let own = all.filter {
        $0.kind == kind.kind && $0.dataset == kind.dataset && $0.column == kind.column
      }
      write(own, of: kind.count, &paper)
    }
    for kind in Places.Defect.remarkKinds {
      let remarks = all.filter { $0.kind == kind }
      write(remarks, of: remarks.count, &paper)
    }
  }

  private func write(_ defects: [Places.Defect], of count: Int, _ paper: inout Paper) {
    for defect in defects.prefix(shownPlaces) { write(defect, &paper) }
    if count > shownPlaces {
      let more = figures.count(count - shownPlaces)
      paper.line(say(Words.moreOfTheKind(more)), indent: 4)
    }
  }

  private func write(_ defect: Places.Defect, _ paper: inout Paper) {
    let place = defect.line.map { say(Words.place(defect.file, String($0))) } ?? defect.file
    let code = defect.code.map { " [\($0)]" } ?? defect.value.map { " (\($0))" } ?? ""
    paper.line("– \(place): \(say(defect.message))\(code)", indent: 2)
    if let hint = defect.hint { paper.line("→ \(say(hint))", indent: 4) }
  }
}

import Diagnostics
import Exports

/// Shows profiles of files as plain text.
package struct ProfileReport: Sendable {
  private let language: Language
  private static let mostRemarks = 8

  /// A report in `language`.
  package init(language: Language) { self.language = language }

  /// One file, ending with a line break.
  package func render(_ profile: FileProfile) -> String {
    let tables = profile.tables.flatMap(lines)
    let remarks = remarks(profile.remarks)
    return ([profile.file] + tables + remarks).map { $0 + "\n" }.joined()
  }

  /// What is said after all files.
  package func summary(_ profiles: [FileProfile]) -> String {
    let records = profiles.flatMap(\.tables).reduce(0) { $0 + $1.recordCount }
    return say(
      ProfileTexts.summary(
        profiles.count, unreadable: profiles.count(where: \.isUnreadable), records: records)) + "\n"
  }

  private func say(_ text: Text) -> String { text.in(language) }

  // MARK: - Tables

  private func lines(_ table: TableProfile) -> [String] {
    var head = [say(ProfileTexts.records(table.recordCount))]
    head.append(say(ProfileTexts.columnCount(table.columns.count)))
    head.insert("\(say(ProfileTexts.header)) \(table.headerLine)", at: 0)
    if let delimiter = table.delimiter {
      let shown = delimiter == "\t" ? say(ProfileTexts.tab) : "'\(delimiter)'"
      head.insert("\(say(ProfileTexts.delimiter)) \(shown)", at: 0)
    }
    var lines: [String] = []
    if let sheet = table.sheet { lines.append("  \(say(ProfileTexts.sheet)): \(sheet)") }
    if let encoding = table.encoding {
      let reason = table.encodingReason.map { " – " + say($0) } ?? ""
      lines.append("  \(say(ProfileTexts.encoding)): \(encoding)\(reason)")
    }
    lines.append("  " + head.joined(separator: " · "))
    if let first = table.firstMisfit {
      lines.append("  " + say(ProfileTexts.misfits(table.misfitCount, first: first)))
    }
    return lines + match(table)
      + table.columns.enumerated().flatMap { number, column in
        self.lines(column, number + 1, table)
      }
  }

  private func match(_ table: TableProfile) -> [String] {
    guard let match = table.match else { return [] }
    let text = match.dataset == nil ? ProfileTexts.unmatched(match) : ProfileTexts.matched(match)
    let first = "  \(say(ProfileTexts.dataset)): \(say(text))"
    return [first] + match.absent.map { "    " + say(ProfileTexts.absent($0)) }
  }

  // MARK: - Columns

  private func lines(_ column: ColumnProfile, _ number: Int, _ table: TableProfile) -> [String] {
    let total = column.filled + column.empty
    let indent = "       "
    var lines = [
      indent
        + ([
          say(ProfileTexts.filled(column.filled, of: total)),
          say(ProfileTexts.distinct(column.distinct, hasMore: column.hasMore)),
        ] + extremes(column)).joined(separator: " · ")
    ]
    if !column.forms.isEmpty { lines.append(indent + forms(column)) }
    if let order = column.dateOrder, order.line != nil || order.order == .undecided {
      lines.append(indent + say(ProfileTexts.order(order)))
    }
    lines.append(contentsOf: values(column).map { indent + $0 })
    if column.unreadable > 0 { lines.append(indent + unreadable(column)) }
    return [title(column, number, table)] + lines
  }

  private func title(_ column: ColumnProfile, _ number: Int, _ table: TableProfile) -> String {
    let digits = String(number)
    let name = column.header.map(Self.line) ?? say(ProfileTexts.hidden)
    var title = String(repeating: " ", count: max(0, 4 - digits.count)) + digits + ". "
    title += name.allSatisfy(\.isWhitespace) ? say(ProfileTexts.noHeader) : name
    if let id = column.column { title += " → \(id)" }
    if let wanted = column.wanted { title += ", \(wanted)" }
    if column.isAmbiguous { title += " – " + say(ProfileTexts.ambiguous) }
    if table.match?.dataset != nil, column.column == nil {
      title += " – " + say(ProfileTexts.notNeeded)
    }
    return title
  }

  private static func line(_ text: String) -> String { text.replacing(/\s+/, with: " ") }

  private func extremes(_ column: ColumnProfile) -> [String] {
    if let least = column.least, let greatest = column.greatest, least != greatest {
      return [say(ProfileTexts.between(least, greatest))]
    }
    let isText = column.forms.first?.kind == "text" && column.lengths.count == 2
    return isText ? [say(ProfileTexts.lengths(column.lengths))] : []
  }

  private func forms(_ column: ColumnProfile) -> String {
    let shown = column.forms.prefix(5).map { form in
      let name = say(ProfileTexts.kind(form.kind))
      let example = form.kind == "text" || form.kind == "boolean" ? "" : " \(form.form)"
      return "\(name)\(example) \(say(ProfileTexts.percent(form.count, of: column.filled)))"
    }
    let more = column.forms.count > 5 ? ", …" : ""
    return say(ProfileTexts.forms) + ": " + shown.joined(separator: ", ") + more
  }

  private func values(_ column: ColumnProfile) -> [String] {
    if let masking = column.masking, column.examples.isEmpty, column.filled > 0 {
      return [say(ProfileTexts.masking(masking))]
    }
    if column.examples.isEmpty { return [] }
    let shown = column.examples.map { example in
      (example.value.map { "'\($0)'" } ?? say(ProfileTexts.hidden)) + " (\(example.count))"
    }
    return [say(ProfileTexts.frequent) + ": " + shown.joined(separator: ", ")]
  }

  private func unreadable(_ column: ColumnProfile) -> String {
    let shown = column.places.map { place in
      say(ProfileTexts.line(place.line)) + " "
        + (place.value.map { "'\($0)'" } ?? say(ProfileTexts.hidden))
    }
    let more = column.unreadable > column.places.count ? ", …" : ""
    return say(ProfileTexts.unreadable(column.unreadable)) + ": " + shown.joined(separator: ", ")
      + more
  }

  // MARK: - Remarks

  private func remarks(_ remarks: [FileProfile.Remark]) -> [String] {
    let shown = remarks.prefix(Self.mostRemarks).flatMap { remark in
      ["  \(say(ProfileTexts.severity(remark.severity)))[\(remark.code)]: \(say(remark.message))"]
        + (remark.hint.map { ["    " + say($0)] } ?? [])
    }
    return shown + (remarks.count > Self.mostRemarks ? ["  … (\(remarks.count))"] : [])
  }
}

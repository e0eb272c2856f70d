import Tables

extension ColumnProfile {
  /// So many values are shown.
  private static let mostExamples = 3
  /// So many characters of a value are shown.
  private static let longestShown = 60

  /// What was gathered of a column.
  /// - Parameters:
  ///   - declared: the column of the dataset.
  ///   - showsPersonal: whether personal values are shown.
  init(
    _ tally: ColumnTally, header: String, _ declared: Column?, isAmbiguous: Bool,
    showsPersonal: Bool
  ) {
    let masking = Self.masking(tally, header, declared)
    let shown = { (value: String) -> String? in
      if showsPersonal { return Self.cut(value) }
      if masking != nil { return nil }
      return declared == nil && PersonalMarks.isPersonal(value) ? nil : Self.cut(value)
    }
    self.header =
      showsPersonal || declared != nil || !PersonalMarks.isPersonal(header) ? header : nil
    (column, wanted) = (declared?.id, declared?.wantedText)
    (self.isAmbiguous, self.masking) = (isAmbiguous, masking)
    (filled, empty) = (tally.filled, tally.empty)
    (distinct, hasMore) = (tally.values.count, tally.isOverfull)
    let order = Self.order(tally, declared)
    dateOrder = order
    forms = Self.forms(tally, order)
    let extremes = tally.extremes
    (least, greatest) = (
      extremes.flatMap { shown($0.least) }, extremes.flatMap { shown($0.greatest) }
    )
    lengths = tally.lengths.map { [$0.lowerBound, $0.upperBound] } ?? []
    let isHidden = masking != nil && !showsPersonal
    examples =
      isHidden ? [] : Self.frequent(tally).map { Example(value: shown($0.key), count: $0.value) }
    unreadable = tally.unreadable
    places = tally.places.map { Unreadable(line: $0.line, value: shown($0.value)) }
  }

  private static func masking(
    _ tally: ColumnTally, _ header: String, _ declared: Column?
  ) -> Masking? {
    if let declared { return declared.personal ? .declared : nil }
    if PersonalMarks.isPersonal(header: header) { return .header }
    let personal = tally.values.keys.count { PersonalMarks.isPersonal($0) }
    return personal > 0 && personal * 5 >= tally.values.count ? .values : nil
  }

  /// The order that the cells tell, or else the one that the dataset's formats say.
  private static func order(_ tally: ColumnTally, _ declared: Column?) -> DateOrder? {
    guard let order = tally.dateOrder else { return nil }
    guard order.order == .undecided, let format = declared?.formats.first else { return order }
    return DateOrder(order: format.lowercased().hasPrefix("d") ? .dayFirst : .monthFirst)
  }

  private static func frequent(_ tally: ColumnTally) -> [(key: String, value: Int)] {
    let all = tally.values.map { (key: $0.key, value: $0.value) }
    return Array(all.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostExamples))
  }

  private static func forms(_ tally: ColumnTally, _ order: DateOrder?) -> [FormCount] {
    let all = tally.forms.map { form, count in
      FormCount(form: form.name(order?.order), kind: form.kind, count: count)
    }
    return all.sorted { ($1.count, $0.form) < ($0.count, $1.form) }
  }

  private static func cut(_ value: String) -> String {
    let line = value.replacing(/\s+/, with: " ")
    return line.count > longestShown ? line.prefix(longestShown) + "…" : line
  }
}

extension CellForm {
  fileprivate var kind: String {
    switch self {
    case .integer, .grouped, .zeroLed: "integer"
    case .decimal: "decimal"
    case .unclearMark: "unclear-number"
    case .percentage: "percentage"
    case .date(let form): form.clock == .none ? "date" : "time"
    case .truth: "boolean"
    case .text: "text"
    }
  }

  fileprivate func name(_ order: DateOrder.Order?) -> String {
    if case .date(let form) = self { form.pattern(order: order) } else { example }
  }
}

extension Column {
  /// What rules say of its cells: `date (dd/MM/yyyy)`.
  fileprivate var wantedText: String {
    let name =
      switch type {
      case .string: "string"
      case .bool: "bool"
      case .int: "int"
      case .decimal: "decimal"
      case .date: "date"
      case .timestamp: "timestamp"
      }
    return formats.isEmpty ? name : "\(name) (\(formats.joined(separator: ", ")))"
  }
}

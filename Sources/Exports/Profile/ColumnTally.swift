import Tables

/// What stands in one column of a file, gathered cell by cell; what it keeps does not grow with the file.
struct ColumnTally {
  /// So many different values are told apart.
  static let mostValues = 5000
  /// So many bytes of them are kept.
  private static let mostBytes = 512 * 1024
  /// So many places of unreadable cells are kept.
  private static let mostPlaces = 5
  /// Longer values, in bytes, count as the same when they begin alike.
  static let longest = 8 * 1024

  private(set) var filled = 0
  private(set) var empty = 0
  private(set) var forms: [CellForm: Int] = [:]
  private(set) var values: [String: Int] = [:]
  /// Whether there are more different values than are told apart.
  private(set) var isOverfull = false
  private(set) var unreadable = 0
  private(set) var places: [(line: Int, value: String)] = []
  private(set) var lengths: ClosedRange<Int>?
  private var bytes = 0
  private var dayFirst: Int?
  private var monthFirst: Int?
  private var hasPairs = false
  private var span = ValueSpan()
  private var otherSpan = ValueSpan()

  /// Adds a cell.
  /// - Parameter line: what people call its line.
  mutating func add(_ cell: Bytes, line: Int) {
    let cell = cell.trimmed
    if cell.isEmpty {
      empty += 1
      return
    }
    filled += 1
    let reading = FormReading(cell)
    forms[reading.form, default: 0] += 1
    let text = Bytes(rebasing: cell.prefix(Self.longest)).shown
    count(text)
    addLength(cell.count { $0 & 0xC0 != 0x80 })
    if let order = reading.order { span.add(order, text) }
    if let order = reading.otherOrder { otherSpan.add(order, text) }
    if let pair = reading.pair { add(pair, line) }
  }

  /// Adds a cell that the dataset's column cannot read.
  mutating func addUnreadable(_ value: String, line: Int) {
    unreadable += 1
    if places.count < Self.mostPlaces { places.append((line, value)) }
  }

  private mutating func count(_ text: String) {
    if let index = values.index(forKey: text) {
      values.values[index] += 1
    } else if values.count < Self.mostValues, bytes < Self.mostBytes {
      values[text] = 1
      bytes += text.utf8.count
    } else {
      isOverfull = true
    }
  }

  private mutating func addLength(_ length: Int) {
    let known = lengths ?? length...length
    lengths = min(known.lowerBound, length)...max(known.upperBound, length)
  }

  private mutating func add(_ pair: (first: Int, second: Int), _ line: Int) {
    hasPairs = true
    if pair.first > 12 { dayFirst = dayFirst ?? line }
    if pair.second > 12 { monthFirst = monthFirst ?? line }
  }

  // MARK: - What it comes to

  /// Which of day and month comes first; `nil` without dates that have them in either order.
  var dateOrder: DateOrder? {
    guard hasPairs else { return nil }
    switch (dayFirst, monthFirst) {
    case (let day?, nil): return DateOrder(order: .dayFirst, line: day)
    case (nil, let month?): return DateOrder(order: .monthFirst, line: month)
    case (let day?, let month?):
      return DateOrder(order: .mixed, line: day, otherLine: month)
    case (nil, nil): return DateOrder(order: .undecided)
    }
  }

  /// The least and the greatest value of numbers or dates, as they are written; `nil` where less than nine
  /// in ten of the cells are such, or nobody can say what they are.
  var extremes: (least: String, greatest: String)? {
    let span = dateOrder?.order == .monthFirst ? otherSpan : span
    if dateOrder?.order == .undecided || dateOrder?.order == .mixed { return nil }
    guard span.count * 10 >= filled * 9, !forms.keys.contains(where: \.isUnclear) else {
      return nil
    }
    return span.ends
  }
}

extension CellForm {
  /// Whether it can be two numbers.
  fileprivate var isUnclear: Bool { if case .unclearMark = self { true } else { false } }
}

/// The least and the greatest of some values.
private struct ValueSpan {
  private(set) var count = 0
  private var least: (order: Double, text: String)?
  private var greatest: (order: Double, text: String)?

  mutating func add(_ order: Double, _ text: String) {
    count += 1
    if least.map({ order < $0.order }) ?? true { least = (order, text) }
    if greatest.map({ order > $0.order }) ?? true { greatest = (order, text) }
  }

  var ends: (least: String, greatest: String)? {
    guard let least, let greatest else { return nil }
    return (least.text, greatest.text)
  }
}

/// What a cell's characters tell about its value.
struct FormReading {
  /// The form.
  let form: CellForm
  /// A number by which cells of the column are put in order, the day taken before the month.
  var order: Double?
  /// The same, the month taken before the day.
  var otherOrder: Double?
  /// Day and month as they stand, where either may come first.
  var pair: (first: Int, second: Int)?

  private init(_ form: CellForm, _ order: Double? = nil) {
    (self.form, self.order, otherOrder) = (form, order, order)
  }

  /// Reads a cell without the blanks at its ends.
  init(_ bytes: Bytes) {
    guard bytes.first.map(Self.mayBegin) == true, bytes.count <= 40 else {
      self.init(Self.isTruth(bytes) ? .truth : .text)
      return
    }
    self = Self.number(bytes) ?? Self.date(bytes) ?? FormReading(.text)
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte.digit < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }

  private static func isTruth(_ bytes: Bytes) -> Bool {
    bytes.count <= 16 && BooleanWords.value(bytes) != nil
  }

  // MARK: - Numbers

  private static func number(_ bytes: Bytes) -> FormReading? {
    var text = bytes.map(\.self)
    let isPercentage = text.last == UInt8(ascii: "%")
    if isPercentage { text.removeLast() }
    while text.last == .space { text.removeLast() }
    let sign = text.first.map { $0.digit >= 10 } == true ? [text.removeFirst()] : []
    guard text.allSatisfy({ $0.digit < 10 || Self.marks.contains($0) }),
      let form = form(text), let value = value(sign + text, form)
    else { return nil }
    return FormReading(isPercentage ? .percentage : form, value)
  }

  private static let marks: [UInt8] = Array("., ".utf8)

  /// The form of digits and marks.
  private static func form(_ text: [UInt8]) -> CellForm? {
    guard let first = text.first, first.digit < 10, let last = text.last, last.digit < 10 else {
      return nil
    }
    let found = text.indices.filter { text[$0].digit >= 10 }
    guard let end = found.last else {
      return first.digit == 0 && text.count > 1 ? .zeroLed : .integer
    }
    let runs = text.split(omittingEmptySubsequences: false) { $0.digit >= 10 }.map(\.count)
    let kinds = Set(found.map { text[$0] })
    if kinds.count == 1, let mark = kinds.first { return form(runs, mark, first) }
    guard kinds.count == 2, let group = text.first(where: { $0.digit >= 10 }),
      text[end] != group, text[end] != .space, found.filter({ text[$0] == text[end] }).count == 1,
      isGrouped(runs.dropLast())
    else { return nil }
    return .decimal(mark: text[end], group: group)
  }

  /// The form of digits with marks of one kind.
  private static func form(_ runs: [Int], _ mark: UInt8, _ first: UInt8) -> CellForm? {
    if runs.count > 2 || mark == .space { return isGrouped(runs[...]) ? .grouped(mark) : nil }
    let mayGroup = runs[1] == 3 && runs[0] <= 3 && first.digit != 0
    return mayGroup ? .unclearMark(mark) : .decimal(mark: mark, group: nil)
  }

  private static func isGrouped(_ runs: ArraySlice<Int>) -> Bool {
    (1...3).contains(runs.first ?? 0) && runs.dropFirst().allSatisfy { $0 == 3 }
  }

  /// What a number is, as far as its order among others goes.
  private static func value(_ text: [UInt8], _ form: CellForm) -> Double? {
    let decimal: UInt8? =
      switch form {
      case .decimal(let mark, _): mark
      case .unclearMark: nil
      default: nil
      }
    let plain = text.compactMap { byte in
      byte == decimal ? UInt8(ascii: ".") : marks.contains(byte) ? nil : byte
    }
    return Double(String(decoding: plain, as: UTF8.self))
  }

  // MARK: - Dates

  private static func date(_ bytes: Bytes) -> FormReading? {
    var cursor = ByteCursor(bytes)
    guard let first = cursor.number(1, 4), let separator = cursor.next,
      "/-.".utf8.contains(separator), cursor.take(separator),
      let second = cursor.number(1, 2), cursor.take(separator), let third = cursor.number(1, 4)
    else { return nil }
    let lengths = bytes.prefix { $0.digit < 10 || $0 == separator }
      .split(separator: separator).map(\.count)
    guard lengths.count == 3, let year = year(lengths), let clock = clock(&cursor) else {
      return nil
    }
    let form = DateForm(
      year: year, separator: separator,
      isPadded: year == .first ? lengths[1...] == [2, 2] : lengths[..<2] == [2, 2],
      clock: clock.clock, joint: clock.joint)
    return reading(form, [first, second, third], clock.seconds)
  }

  private static func year(_ lengths: [Int]) -> DateForm.Year? {
    switch (lengths[0], lengths[2]) {
    case (4, 1...2): .first
    case (1...2, 4): .last
    case (1...2, 2): .short
    default: nil
    }
  }

  private static func reading(
    _ form: DateForm, _ numbers: [Int], _ seconds: Int
  ) -> FormReading? {
    func order(_ year: Int, _ month: Int, _ day: Int) -> Double? {
      guard (1...12).contains(month), (1...31).contains(day) else { return nil }
      return Double(((year * 100 + month) * 100 + day) * 86_400 + seconds)
    }
    var reading = FormReading(.date(form))
    if form.year == .first {
      reading.order = order(numbers[0], numbers[1], numbers[2])
      reading.otherOrder = reading.order
    } else {
      reading.order = order(numbers[2], numbers[1], numbers[0])
      reading.otherOrder = order(numbers[2], numbers[0], numbers[1])
      reading.pair = (numbers[0], numbers[1])
    }
    return reading.order == nil && reading.otherOrder == nil ? nil : reading
  }

  private static func clock(
    _ cursor: inout ByteCursor
  ) -> (clock: DateForm.Clock, joint: UInt8, seconds: Int)? {
    guard let joint = cursor.next else { return (.none, .space, 0) }
    let colon = UInt8(ascii: ":")
    guard joint == .space || joint == UInt8(ascii: "T"), cursor.take(joint),
      let hour = cursor.number(1, 2), cursor.take(colon), let minute = cursor.number(2, 2),
      hour < 25, minute < 60
    else { return nil }
    let start = (hour * 60 + minute) * 60
    if cursor.isAtEnd { return (.minutes, joint, start) }
    guard cursor.take(colon), let second = cursor.number(2, 2) else {
      return (.further, joint, start)
    }
    return (cursor.isAtEnd ? .seconds : .further, joint, start + second)
  }
}

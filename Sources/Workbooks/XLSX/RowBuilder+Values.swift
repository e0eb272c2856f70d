/// What a cell's value is.
extension RowBuilder {
  /// A `c` element ends. `value` is the text of its `v`, or of its inline string.
  mutating func add(
    _ head: CellHead, _ value: UnsafeBufferPointer<UInt8>, hasValue: Bool, hasFormula: Bool
  ) {
    let isText = head.kind == .formulaString || head.kind == .inlineString
    if isText && hasValue { return addText(head, value) }
    let text = isText ? value : value.trimmed
    if text.isEmpty {
      if hasFormula { addNotCalculated(head) }
      return
    }
    switch head.kind {
    case .number: addNumber(head, text)
    case .sharedString: addShared(head, text)
    case .bool: addBool(head, text)
    case .error: append(.error, column: head.column, from: keep(text))
    case .date: addDate(head, text)
    case .inlineString, .formulaString: addText(head, text)
    case .unknown: append(.unreadable, column: head.column, from: keep(text))
    }
  }

  private mutating func addNotCalculated(_ head: CellHead) {
    note(.notCalculated, column: head.column)
    append(.notCalculated, column: head.column, from: row.bytes.count)
  }

  private mutating func addText(_ head: CellHead, _ text: UnsafeBufferPointer<UInt8>) {
    let start = keep(text)
    if head.kind == .formulaString { resolveEscapes(from: start) }
    append(.text, column: head.column, from: start)
  }

  private mutating func addShared(_ head: CellHead, _ text: UnsafeBufferPointer<UInt8>) {
    let start = row.bytes.count
    if let index = text.decimal, keepShared(index) {
      append(.text, column: head.column, from: start)
    } else {
      addUnreadable(head, text, .missingString(text.string))
    }
  }

  private mutating func addUnreadable(
    _ head: CellHead, _ text: UnsafeBufferPointer<UInt8>, _ kind: CellDefect.Kind
  ) {
    note(kind, column: head.column)
    append(.unreadable, column: head.column, from: keep(text))
  }

  private mutating func addBool(_ head: CellHead, _ text: UnsafeBufferPointer<UInt8>) {
    let isTrue = text.isTrue
    if isTrue || text == "0" || text == "false" {
      append(.bool(isTrue), column: head.column, from: keep(text))
    } else {
      addUnreadable(head, text, .unreadable(text.string))
    }
  }

  private mutating func addDate(_ head: CellHead, _ text: UnsafeBufferPointer<UInt8>) {
    guard let found = ISOMoment.parse(text) else {
      return addUnreadable(head, text, .unreadable(text.string))
    }
    var shown = found.shape
    if case .moment(let shape) = head.shape { shown = shape }
    append(.moment(found.moment, shown: shown), column: head.column, from: keep(text))
  }

  private mutating func addNumber(_ head: CellHead, _ text: UnsafeBufferPointer<UInt8>) {
    guard let number = DecimalText(text) else {
      return addUnreadable(head, text, .unreadable(text.string))
    }
    let value = value(of: number, head, text)
    append(value, column: head.column, from: keep(text))
  }

  private mutating func value(
    of number: DecimalText, _ head: CellHead, _ text: UnsafeBufferPointer<UInt8>
  ) -> SheetValue {
    switch head.shape {
    case .number(let kind): return .number(kind)
    case .duration:
      let milliseconds = Int(exactly: (number.value * 86_400_000).rounded())
      if let milliseconds { return .duration(milliseconds: milliseconds) }
    case .moment(let shape):
      if let found = SheetMoment.at(serial: number.value, book.dates) {
        let isLeapDay = book.dates == .from1900 && found.day == SheetMoment.leapDay1900
        if isLeapDay { note(.leapDay1900, column: head.column) }
        let isTime = shape == .time && found.day == 0
        return .moment(isTime ? found.moment.timeOfDay : found.moment, shown: shape)
      }
    }
    note(.badSerial(text.string), column: head.column)
    return .number(.plain)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes without the white space around them.
  var trimmed: UnsafeBufferPointer<UInt8> {
    guard let first = first, let last = last, first.isXMLSpace || last.isXMLSpace else {
      return self
    }
    let start = firstIndex { !$0.isXMLSpace } ?? endIndex
    let end = lastIndex { !$0.isXMLSpace }.map { $0 + 1 } ?? start
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }
}

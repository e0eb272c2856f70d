/// Why a function has no value for known arguments. The words are in `ExpressionsDiagnostics`.
struct Fault: Error {
  /// What is wrong.
  enum Reason: Sendable, Hashable {
    /// No signature takes arguments of these types.
    case noSuchOverload([String])
    case moduloByZero
    /// The value does not fit the type.
    case outOfRange(String)
    /// The text does not say a value of the type.
    case notConvertible(String, String)
    case notUTF8
    case notDate(String)
    case notTimestamp(String)
    case notDuration(String)
    case notClock(String)
    case noSuchZone(String)
    case badPattern(String)
    case indexOutOfRange(Int64)
    case noSuchKey
    case duplicateKey
    case noSuchName(String)
    /// A function of elements got none.
    case emptyList
    /// NaN has no place among numbers.
    case notOrdered
    case negativeOffset(Int64)
    /// An optional without a value was read.
    case noValue
    /// A clause that `format` does not know.
    case badFormat(String)
    /// A clause of `format` with a value of a type it does not take.
    case badArgument(String, String)
  }

  let reason: Reason

  init(_ reason: Reason) { self.reason = reason }
}

/// A calendar or zone is needed and there is none (yet).
struct CalendarMissing: Error {}

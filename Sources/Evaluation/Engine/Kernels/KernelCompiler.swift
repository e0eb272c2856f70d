import Calendars
import Expressions
import Registry
import Rulebook
import Tables

/// Makes kernels of checked expressions over the records of one dataset: equal parts once, whatever
/// obligation they stand in. What has no kernel is left to the oracle.
final class KernelCompiler {
  /// What all expressions over the dataset have in sight.
  struct Surroundings {
    /// The dataset.
    let dataset: Dataset
    /// All datasets, by id.
    let datasets: [String: Dataset]
    /// The texts of each column.
    let texts: [SharedTexts]
    /// The texts that expressions make of other texts, by what they are; shared by all threads.
    let derived: DerivedTexts
    /// Finds other records.
    let store: RecordStore
    /// The moment up to which things count as having happened.
    let asOf: Instant
    /// The period of the run.
    let period: Period
    /// The calendar.
    let calendar: WorkCalendar
    /// All units of a period, by code.
    let units: (Period) -> [String: Unit]
  }

  let surroundings: Surroundings
  /// In the order in which they have to be run.
  private(set) var kernels: [any Kernel] = []
  /// The columns of texts that are loaded.
  private(set) var loadedTexts: Set<Int> = []
  private var truths: [String: TruthRegister] = [:]
  private var numbers: [String: Numbers] = [:]
  private var constants: [ObjectIdentifier: Int64] = [:]
  private var knowledge: [String: Mask] = [:]
  private var shared: [Shared: any Kernel] = [:]
  private var groups: [[ObjectIdentifier?]: GroupKernel] = [:]

  /// A number in a register, with the texts that it stands for where it is one.
  struct Numbers {
    let register: NumberRegister
    var texts: SharedTexts?
  }

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Adds a kernel to the program.
  func add<Step: Kernel>(_ kernel: Step) -> Step {
    kernels.append(kernel)
    return kernel
  }

  /// A kernel that is the same for all who want it made of the same registers.
  /// - Parameters:
  ///   - name: what it makes of them.
  ///   - sources: the registers, and what else it depends on.
  func shared<Step: Kernel>(_ name: String, _ sources: [AnyObject], _ make: () -> Step) -> Step {
    let key = Shared(name: name, sources: sources.map(ObjectIdentifier.init))
    if let made = shared[key] as? Step { return made }
    let kernel = add(make())
    shared[key] = kernel
    return kernel
  }

  private struct Shared: Hashable {
    let name: String
    let sources: [ObjectIdentifier]
  }

  /// All of some conditions; those that are always true do not count.
  func all(_ conditions: [TruthRegister]) -> TruthRegister {
    let always = constant(true)
    let rest = conditions.filter { $0 !== always }
    if rest.count < 2 { return rest.first ?? always }
    return shared("all", rest) { Conjunction(rest) }.register
  }

  /// Neither true nor false for any record: what is left to the oracle.
  var nothing: TruthRegister {
    isPartlyUnknown = true
    return unknown
  }

  /// Whether some condition has been left to the oracle.
  private(set) var isPartlyUnknown = false
  private let unknown = TruthRegister()

  /// The condition of the whole expression; true for all records where there is none.
  func truth(_ expression: CheckedExpression?, _ scope: KernelScope) -> TruthRegister {
    guard let expression else { return constant(true) }
    return truth(expression.root, of: expression, scope) ?? nothing
  }

  /// A condition that is the same for all records.
  func constant(_ value: Bool) -> TruthRegister {
    remember("\(value)") { add(ConstantTruth(value)).register }
  }

  private func remember(_ name: String, _ make: () -> TruthRegister) -> TruthRegister {
    if let made = truths[name] { return made }
    let register = make()
    truths[name] = register
    return register
  }

  // MARK: - Conditions

  /// The condition that a part of an expression is; `nil` where no kernel gives it.
  func truth(
    _ node: CheckedNode, of expression: CheckedExpression, _ scope: KernelScope
  ) -> TruthRegister? {
    let signature = scope.signature(node)
    if let made = signature.flatMap({ truths[$0] }) { return made }
    let register = newTruth(node, of: expression, scope)
    if let register, let signature { truths[signature] = register }
    return register
  }

  private func newTruth(
    _ node: CheckedNode, of expression: CheckedExpression, _ scope: KernelScope
  ) -> TruthRegister? {
    if case .has(let path) = node.kind, let column = ownColumn(path, scope),
      [.bool, .string].contains(type(of: column))
    {
      return add(TruthPresence(column)).register
    }
    if !node.isLogic, let register = truthOfText(node, of: expression, scope) { return register }
    func operand(_ node: CheckedNode) -> TruthRegister {
      truth(node, of: expression, scope) ?? nothing
    }
    switch node.kind {
    case .constant(.bool(let value)): return constant(value)
    case .column(let path):
      guard let column = ownColumn(path, scope), type(of: column) == .bool else { return nil }
      return add(LoadTruth(column)).register
    case .has(let path): return numbers(path, scope).map { add(Presence($0.register)).register }
    case .hasVariable(let name):
      return named(name, scope).map { add(Presence($0.register)).register }
    case .variable(let name):
      return scope.expression(name).flatMap { truth($0.root, of: $0, scope) }
    case .not(let inner): return add(Negation(operand(inner))).register
    case .and(let inner): return all(inner.map(operand))
    case .or(let inner): return add(Disjunction(inner.map(operand))).register
    case .conditional(let condition, let then, let otherwise):
      return add(TruthChoice(operand(condition), operand(then), operand(otherwise))).register
    case .call(let call): return KernelLibrary.truth(call, of: expression, scope, self)
    default: return nil
    }
  }

  /// The index of the record's own column that a path is.
  private func ownColumn(_ path: ColumnPath, _ scope: KernelScope) -> Int? {
    path.variable == scope.record && path.columns.count == 1 ? path.columns[0] : nil
  }

  private func type(of column: Int) -> ColumnType { surroundings.dataset.columns[column].type }

  // MARK: - Numbers

  /// The number that a part of an expression is; `nil` where no kernel gives it.
  func number(
    _ node: CheckedNode, of expression: CheckedExpression, _ scope: KernelScope
  ) -> Numbers? {
    let signature = scope.signature(node)
    if let made = signature.flatMap({ numbers[$0] }) { return made }
    let made = newNumber(node, of: expression, scope)
    if let made, let signature { numbers[signature] = made }
    return made
  }

  /// The number of a whole expression; `nil` where no kernel gives it.
  func number(_ expression: CheckedExpression, _ scope: KernelScope) -> Numbers? {
    number(expression.root, of: expression, scope)
  }

  private func newNumber(
    _ node: CheckedNode, of expression: CheckedExpression, _ scope: KernelScope
  ) -> Numbers? {
    switch node.kind {
    case .constant(let value): return constant(value, node.type)
    case .variable("as_of"): return constant(.timestamp(surroundings.asOf), .timestamp)
    case .variable(let name): return named(name, scope)
    case .column(let path):
      return numbers(path, scope) ?? numberOfText(node, of: expression, scope)
    case .conditional(let condition, let then, let otherwise):
      return choice(condition, then, otherwise, of: expression, scope)
    case .call(let call):
      return numberOfText(node, of: expression, scope)
        ?? KernelLibrary.number(call, of: expression, scope, self).map { Numbers(register: $0) }
    default: return nil
    }
  }

  private func named(_ name: String, _ scope: KernelScope) -> Numbers? {
    scope.expression(name).flatMap { number($0.root, of: $0, scope) }
  }

  /// The least scale that shows a constant exactly is its own.
  private func constant(_ value: Value, _ type: ValueType) -> Numbers? {
    guard value.type != .string, let lane = Lane(value.type, scale: value.scale),
      let stored = lane.stored(value, nil)
    else { return nil }
    return Numbers(register: constant(stored, lane))
  }

  /// The same number for every record.
  func constant(_ value: Int64, _ lane: Lane) -> NumberRegister {
    let register = add(ConstantNumber(value, lane)).register
    constants[ObjectIdentifier(register)] = value
    return register
  }

  /// The number that a register has for every record; `nil` where they differ.
  func constant(in register: NumberRegister) -> Int64? { constants[ObjectIdentifier(register)] }

  /// The local days of moments; a register of days is itself.
  func days(of moments: NumberRegister) -> NumberRegister {
    if moments.lane == .date { return moments }
    return shared("days", [moments]) { LocalDay(moments, surroundings.calendar.zone) }.register
  }

  /// How many working days there are through each day, or local day of a moment.
  func workingDays(through moments: NumberRegister) -> NumberRegister {
    let days = days(of: moments)
    return shared("working days", [days]) { WorkingDayCount(days, surroundings.calendar) }.register
  }

  /// The numbers of bound units.
  func units(
    _ codes: NumberRegister, _ texts: SharedTexts, _ places: UnitPlaces, step: Int
  ) -> UnitKernel {
    shared("units \(step)", [codes, places]) { UnitKernel(codes, texts, places, step: step) }
  }

  /// The groups of the records of places.
  func groups(
    of places: SlotRegister, codes: NumberRegister?, values: NumberRegister?,
    sharing other: GroupKernel? = nil
  ) -> GroupKernel {
    let key = [places, codes, values].map { (part: AnyObject?) in part.map(ObjectIdentifier.init) }
    if let made = groups[key] { return made }
    let kernel = add(GroupKernel(places, codes: codes, values: values, sharing: other))
    groups[key] = kernel
    return kernel
  }

  /// Lets anybody ask for what groups of records are.
  func settleGroups() { for kernel in groups.values { kernel.settle() } }

  /// Where everything is known that has to be.
  func known(_ needs: [Need]) -> Mask {
    let name = needs.map { "\($0.identity)" }.joined(separator: " ")
    if let made = knowledge[name] { return made }
    let mask = add(Knowledge(needs)).mask
    knowledge[name] = mask
    return mask
  }

  /// Compares numbers with a constant of their lane.
  func compared(_ numbers: NumberRegister, _ order: Order, _ constant: Int64) -> TruthRegister {
    remember("\(ObjectIdentifier(numbers)) \(order) \(constant)") {
      add(CompareConstant(numbers, order, constant)).register
    }
  }

  private func choice(
    _ condition: CheckedNode, _ then: CheckedNode, _ otherwise: CheckedNode,
    of expression: CheckedExpression, _ scope: KernelScope
  ) -> Numbers? {
    guard let condition = truth(condition, of: expression, scope),
      let then = number(then, of: expression, scope),
      let otherwise = number(otherwise, of: expression, scope),
      then.register.lane == otherwise.register.lane, then.texts === otherwise.texts
    else { return nil }
    let choice = add(NumberChoice(condition, then.register, otherwise.register))
    return Numbers(register: choice.register, texts: then.texts)
  }

  // MARK: - Columns

  /// The cells that a path leads to: a column of the record, or a day of the period.
  private func numbers(_ path: ColumnPath, _ scope: KernelScope) -> Numbers? {
    if path.variable == "period" {
      let day = path.columns[0] == 0 ? scope.period.first : scope.period.last
      return constant(.date(day), .date)
    }
    return ownColumn(path, scope).flatMap { numbers(column: $0) }
  }

  /// A column of the record.
  func numbers(column: Int) -> Numbers? {
    let name = "record[\(column)]"
    if let made = numbers[name] { return made }
    let made = load(column)
    numbers[name] = made
    return made
  }

  private func load(_ column: Int) -> Numbers? {
    let declared = surroundings.dataset.columns[column]
    switch declared.type {
    case .bool: return nil
    case .string:
      loadedTexts.insert(column)
      return Numbers(
        register: add(LoadTexts(column)).register, texts: surroundings.texts[column])
    case .int: return load(column, .int, latest: .max)
    case .decimal(let scale): return load(column, .decimal(scale: scale), latest: .max)
    case .date:
      let today = surroundings.calendar.zone.local(of: surroundings.asOf).day
      return load(column, .date, latest: declared.event ? Int64(today.number) : .max)
    case .timestamp:
      return load(
        column, .timestamp, latest: declared.event ? surroundings.asOf.microseconds : .max)
    }
  }

  private func load(_ column: Int, _ lane: Lane, latest: Int64) -> Numbers {
    Numbers(register: add(LoadNumbers(column, lane, latest: latest)).register)
  }
}

extension Value {
  /// How many decimal places a decimal has; `nil` for other values, and where there is no end of them.
  fileprivate var scale: Int? {
    guard case .decimal(let decimal) = self else { return nil }
    return (0...9).first { (Lane.power($0) % decimal.denominator) == 0 }
  }
}

import Assessment
import Calendars
import Expressions
import Registry
import Rulebook
import Tables

/// Makes the question of an ask: which kernels say what a record is. Follows `RecordEvaluator` step by
/// step; what it finds no kernel for is left to that.
struct QuestionBuilder {
  let ask: Ask
  let compiler: KernelCompiler
  let scope: KernelScope
  private let files: [Table.File]

  /// - Parameter files: those that the records come from.
  init(_ ask: Ask, _ compiler: KernelCompiler, files: [Table.File]) {
    self.ask = ask
    self.compiler = compiler
    self.files = files
    scope = KernelScope(ask.obligation, ask.period)
  }

  var obligation: Obligation { ask.obligation }
  private var period: Period { ask.period }
  private var zone: Zone { compiler.surroundings.calendar.zone }

  /// The question; `nil` where the oracle has to be asked for every record.
  func question() -> Question? {
    guard obligation.clock == nil, obligation.targets.compactMap(\.lookup).count < 2,
      let units = units()
    else { return nil }
    let due = obligation.due.map(number)
    let done = obligation.done.map(number)
    let member = membership()
    let lawDay = obligation.lawOn.map { compiler.days(of: number($0)) } ?? member.day
    let answersDay = answersDay(due, member.day)
    let group = obligation.per.map { compiler.number($0, scope) }
    let limit = obligation.targets.compactMap(\.lookup).first.map(number)
    if let group, group?.texts == nil { return nil }
    guard var parts = parts() else { return nil }
    let spans = spans(lawDay, answersDay)
    let steps = steps(units, group??.register, limit, lawDay, answersDay, spans)
    distinguish(&parts, in: steps)
    let deadline = deadline(due, done)
    let law = obligation.lawOn.map(number)
    let proof = self.proof
    let early = lets() + [due, done, law].compactMap(\.self).map(Need.settled)
    let values = [lawDay, answersDay, limit].compactMap(\.self).map(Need.value)
    return Question(
      ask: ask, steps: steps, spans: spans, scope: compiler.truth(obligation.filter, scope),
      timing: timing(member.isIn, lawDay), condition: condition(deadline),
      notDue: notDue(deadline), proof: proof?.yes ?? all, counted: counted(parts), due: due,
      done: done, groups: group??.texts, limit: limit, parts: parts, early: compiler.known(early),
      late: compiler.known(values + needs(parts) + [proof].compactMap(\.self).map(Need.truth)))
  }

  private var all: Mask { compiler.constant(true).yes }

  /// A total of some passing records counts only those.
  private func counted(_ parts: [Question.MeasurePart]) -> Mask {
    parts.count == 1 ? parts[0].filter?.yes ?? all : all
  }

  private func notDue(_ deadline: DeadlineKernel?) -> Mask {
    if let deadline { return deadline.notDue }
    return obligation.pending.map { compiler.truth($0, scope).yes } ?? compiler.constant(false).yes
  }

  /// The number of an expression; one that is never known where no kernel gives it.
  private func number(_ expression: CheckedExpression) -> NumberRegister {
    compiler.number(expression, scope)?.register ?? NumberRegister(.timestamp)
  }

  private func lets() -> [Need] {
    obligation.lets.map { item in
      if item.expression.type == .bool { return .truth(compiler.truth(item.expression, scope)) }
      return .settled(number(item.expression))
    }
  }

  // MARK: - Places

  private func units() -> [UnitKernel]? {
    guard let column = obligation.unitColumn.columns.first,
      let codes = compiler.numbers(column: column),
      let texts = codes.texts
    else { return nil }
    let chains = obligation.rollUp ? ask.known.keys.map { ask.known.chain(from: $0).count } : [1]
    return (0..<max(1, chains.max() ?? 1)).map {
      compiler.units(codes.register, texts, ask.places, step: $0)
    }
  }

  private func steps(
    _ units: [UnitKernel], _ group: NumberRegister?, _ limit: NumberRegister?,
    _ lawDay: NumberRegister?, _ answersDay: NumberRegister?, _ spans: Question.Spans
  ) -> [Question.Step] {
    var first: GroupKernel?
    var space: PlaceSpace?
    return units.map { unit in
      var places = unit.register
      if group != nil || limit != nil {
        let groups = compiler.groups(of: places, codes: group, values: limit, sharing: first)
        first = first ?? groups
        places = groups.register
      }
      if spans.count > 1 {
        let segments = compiler.add(
          SegmentKernel(
            places, units: unit.register, lawDays: spans.law.count > 1 ? lawDay : nil, spans.law,
            answersDays: answersDay, spans.answers, sharing: space))
        space = space ?? segments.register.space
        places = segments.register
      }
      return Question.Step(units: unit, places: places)
    }
  }

  /// Days are told apart only where a target or a post changes hands on a day that a record may have.
  private func spans(
    _ lawDay: NumberRegister?, _ answersDay: NumberRegister?
  ) -> Question.Spans {
    let first = period.opens == nil ? period.first.adding(days: 1) : period.first
    let ofPeriod = min(first, period.last)...period.last
    let isOfPeriod = obligation.due == nil && obligation.answersOn == nil
    let targets = obligation.targets.flatMap(\.dates.turns)
    let law =
      lawDay == nil
      ? [] : targets.filter { obligation.lawOn != nil || ofPeriod.contains($0) }
    return Question.Spans(
      law: Segments(startingOn: law),
      answers: ask.turns.map { turns in
        let turns = answersDay == nil ? [] : turns
        return Segments(startingOn: turns.filter { !isOfPeriod || ofPeriod.contains($0) })
      }, only: period.last)
  }

  // MARK: - Period and law

  private func membership() -> (isIn: TruthRegister, day: NumberRegister?) {
    guard let when = obligation.when else { return (compiler.constant(true), nil) }
    let from = number(when)
    guard let openUntil = obligation.openUntil else {
      return (compiler.all([hasBegun(from), notOver(from)]), compiler.days(of: from))
    }
    let until = number(openUntil)
    let isSeen = files.map { file in
      horizon(file).map { period.hasBegun(at: zone.local(of: $0)) } ?? false
    }
    let lasts = compiler.add(Lasting(until, hasBegun(until), isSeen: isSeen)).register
    let day = compiler.add(LastOpenDay(compiler.days(of: until), last: period.last)).register
    return (compiler.all([notOver(from), lasts]), day)
  }

  /// Whether a moment is not before the period.
  private func hasBegun(_ moments: NumberRegister) -> TruthRegister {
    guard moments.lane == .timestamp, period.opens != nil else {
      return compiler.compared(
        compiler.days(of: moments), .greaterOrEqual, Int64(period.first.number))
    }
    return test(moments) { [period, zone] in period.hasBegun(at: zone.local(of: $0)) }
  }

  /// Whether a moment is not after the period.
  private func notOver(_ moments: NumberRegister) -> TruthRegister {
    guard moments.lane == .timestamp, period.closes != nil else {
      return compiler.compared(compiler.days(of: moments), .lessOrEqual, Int64(period.last.number))
    }
    return test(moments) { [period, zone] in !period.hasEnded(before: zone.local(of: $0)) }
  }

  private func test(
    _ moments: NumberRegister, _ holds: @escaping (Instant) -> Bool
  ) -> TruthRegister {
    compiler.add(TestNumber(moments) { holds(Instant(microseconds: $0)) }).register
  }

  /// In the period, while the rule was in force.
  private func timing(_ isIn: TruthRegister, _ day: NumberRegister?) -> TruthRegister {
    let spans = [obligation.inForce, obligation.directive.inForce]
    guard let day else {
      let isInForce = obligation.isInForce(on: period.last)
      return compiler.all([isIn, compiler.constant(isInForce)])
    }
    let limits = spans.flatMap { span in
      [
        span.from.map { compiler.compared(day, .greaterOrEqual, Int64($0.number)) },
        span.until.map { compiler.compared(day, .lessOrEqual, Int64($0.number)) },
      ].compactMap(\.self)
    }
    return compiler.all([isIn] + limits)
  }

  /// Up to when anybody looked at the records of a file; `nil` where that differs by unit.
  private func horizon(_ file: Table.File) -> Instant? {
    guard obligation.datasets.count == 1 else { return nil }
    let asOf = compiler.surroundings.asOf
    return min(asOf, file.snapshot ?? asOf)
  }

  // MARK: - Condition

  private func deadline(_ due: NumberRegister?, _ done: NumberRegister?) -> DeadlineKernel? {
    guard let due, let done else { return nil }
    return compiler.shared("deadline \(obligation.datasets.count == 1)", [due, done]) {
      DeadlineKernel(
        due: due, done: done, zone: zone, asOf: compiler.surroundings.asOf,
        horizons: files.map(horizon))
    }
  }

  /// Passes when it is in time, or nothing is pending, and it fulfils `require`; what is late fails,
  /// whatever else is asked.
  private func condition(_ deadline: DeadlineKernel?) -> TruthRegister {
    let pending = obligation.pending.map { expression in
      let pending = compiler.truth(expression, scope)
      return compiler.shared("ready", [pending]) { Readiness(pending) }.register
    }
    let required = compiler.truth(obligation.require, scope)
    guard let first = deadline?.register ?? pending else { return required }
    return compiler.shared("then", [first, required]) { Subsequent(first, required) }.register
  }

  private var proof: TruthRegister? {
    guard case .custom(let expression) = obligation.evidence else { return nil }
    return compiler.truth(expression, scope)
  }

  /// The day after a due date, the day of a due moment; the record's day where nothing is due.
  private func answersDay(_ due: NumberRegister?, _ day: NumberRegister?) -> NumberRegister? {
    if let expression = obligation.answersOn { return compiler.days(of: number(expression)) }
    guard let due else { return day }
    return compiler.days(
      of: compiler.add(MapNumber(due, due.lane) { $0 < .max ? $0 + 1 : nil }).register)
  }
}

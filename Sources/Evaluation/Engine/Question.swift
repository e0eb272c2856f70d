import Assessment
import Calendars
import Registry
import Rulebook
import Tables

/// The registers that say what each record is for one obligation in one period: the part of
/// `RecordEvaluator` in which everything is known.
final class Question {
  /// What is asked.
  let ask: Ask
  /// Where records are added up; one for each step of a roll-up.
  let steps: [Step]
  /// The law day and the day that picks the head, by spans.
  let spans: Spans
  /// Whether a record is in scope by `where`.
  let scope: TruthRegister
  /// Whether it is in the period, and the rule in force.
  let timing: TruthRegister
  /// Where it passes, where it fails.
  let condition: TruthRegister
  /// Where it is not due yet.
  let notDue: Mask
  /// Where it proves a violation, as far as a condition of its own says so.
  let proof: Mask
  /// Where a passing record is one of those that are counted.
  let counted: Mask
  /// When it was due, when done.
  let due: NumberRegister?
  let done: NumberRegister?
  /// The texts that name the groups of `per`.
  let groups: SharedTexts?
  /// The limit that it gives to a target.
  let limit: NumberRegister?
  /// What it adds to the measure.
  let parts: [MeasurePart]
  /// Where everything is known that the oracle looks at before it knows the period.
  let early: Mask
  /// Where everything is known that it looks at of records in scope and period.
  let late: Mask

  init(
    ask: Ask, steps: [Step], spans: Spans, scope: TruthRegister, timing: TruthRegister,
    condition: TruthRegister, notDue: Mask, proof: Mask, counted: Mask, due: NumberRegister?,
    done: NumberRegister?, groups: SharedTexts?, limit: NumberRegister?, parts: [MeasurePart],
    early: Mask, late: Mask
  ) {
    self.ask = ask
    self.steps = steps
    self.spans = spans
    self.scope = scope
    self.timing = timing
    self.condition = condition
    self.notDue = notDue
    self.proof = proof
    self.counted = counted
    self.due = due
    self.done = done
    self.groups = groups
    self.limit = limit
    self.parts = parts
    self.early = early
    self.late = late
  }

  /// What tells it from other questions, as far as its totals go; `nil` where nothing else has the same.
  /// Obligations that differ in nothing but their targets, say, are added up once.
  var identity: Identity? {
    guard spans.count == 1 else { return nil }
    let registers: [AnyObject?] = [
      scope, timing, condition, notDue, proof, counted, due, done, limit, early, late,
    ]
    let parts = parts.flatMap { part in [part.filter, part.value] + part.pairs as [AnyObject?] }
    let places = steps.flatMap { [$0.units, $0.places] as [AnyObject] }
    return Identity(
      sources: (registers + parts + places).map { $0.map(ObjectIdentifier.init) },
      kinds: self.parts.map(\.kind), evidence: Identity.Proof(ask.obligation.evidence))
  }

  /// Questions with the same have the same totals.
  struct Identity: Hashable {
    let sources: [ObjectIdentifier?]
    let kinds: [MeasureKind]
    let evidence: Proof

    /// Which records prove a violation, a condition of its own aside.
    enum Proof: Hashable {
      case failing
      case satisfying
      case custom

      init(_ evidence: EvidenceChoice) {
        switch evidence {
        case .failing: self = .failing
        case .satisfying: self = .satisfying
        case .custom: self = .custom
        }
      }
    }
  }

  /// Where the records of a step of a roll-up belong.
  struct Step {
    /// Whose they are.
    let units: UnitKernel
    /// Where they are added up.
    let places: SlotRegister
  }

  /// What a record adds to a measure, or to one side of a ratio.
  struct MeasurePart {
    /// Where it counts; `nil` for all.
    let filter: TruthRegister?
    /// What is added up, or ranked; `nil` where records are counted.
    let value: NumberRegister?
    /// What stands in it where it is text.
    var texts: SharedTexts?
    /// What is made of it: a count, a sum (also of a mean), a number of different values, a rank.
    let kind: MeasureKind
    /// The different values of each place, for each step of a roll-up.
    var pairs: [SlotRegister] = []
  }

  /// Spans of days within which records need not be told apart.
  struct Spans {
    let law: Segments
    /// By the number of the unit.
    let answers: [Segments]
    /// A day for those that have one span only.
    let only: Day

    /// How many spans there are for each group.
    var count: Int { law.count * (answers.map(\.count).max() ?? 1) }

    /// A law day in a span.
    func lawDay(_ segment: Int) -> Day { law.day(segment % law.count, only: only) }

    /// A day that picks the head in a span.
    func answersDay(_ segment: Int, unit: Int) -> Day {
      answers[unit].day(segment / law.count, only: only)
    }
  }
}

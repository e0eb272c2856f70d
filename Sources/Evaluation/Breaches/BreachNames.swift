import Assessment
import Calendars
import Rulebook

/// What stands in the lines of breaches: the words for files, verdicts and moments.
struct BreachNames {
  /// The verdicts that are violated.
  let verdicts: ViolatedVerdicts
  private let files: [String]
  private let numbers: [String: Int]
  /// The datasets whose keys are personal.
  private let secret: Set<String>
  private let zone: Zone

  /// - Parameter files: the paths of all files that records come from.
  init(_ verdicts: ViolatedVerdicts, files: Set<String>, _ rulebook: Rulebook) {
    self.verdicts = verdicts
    self.files = files.sorted()
    numbers = Dictionary(uniqueKeysWithValues: self.files.enumerated().map { ($1, $0) })
    let secret = rulebook.datasets.filter { dataset in
      dataset.key.contains { dataset.columns[$0].personal }
    }
    self.secret = Set(secret.map(\.id))
    zone = rulebook.calendar.zone
  }

  /// The number of a file in the order of paths.
  func number(of file: String) -> Int { numbers[file] ?? files.count }

  /// The breach that stands somewhere among all.
  /// - Parameters:
  ///   - key: of the record, where it has one.
  ///   - waivers: the ids of those that set it apart.
  func breach(
    _ order: BreachOrder, key: String?, due: Moment?, done: Moment?, waivers: [String] = []
  ) -> Breach {
    let verdict = verdicts.all[Int(order.verdict)]
    return Breach(
      dataset: verdict.dataset, file: files[order.file], line: order.line,
      key: secret.contains(verdict.dataset) ? nil : key, unit: verdict.unit,
      obligation: verdict.obligation, group: verdict.group, period: verdict.period,
      due: due?.shown(in: zone), done: done?.shown(in: zone), waivers: waivers)
  }
}

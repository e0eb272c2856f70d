import Calendars
import Exports
import Rulebook
import Tables

/// Which units handed in which datasets with some files.
///
/// A unit handed in a dataset when a readable file covers it, or when one of its records is in a
/// file that covers only its records. A header without records that belongs to nobody covers all
/// units only when it is the dataset's sole file.
struct FileHandIns {
  private let files: [String: [ExportFile]]
  private let present: UnitPresence

  /// The hand-ins of `files`; `present` are the units that their records name.
  init(_ files: [ExportFile], _ present: UnitPresence) {
    self.files = Dictionary(grouping: files.filter { $0.dataset != nil }) { $0.dataset ?? "" }
    self.present = present
  }

  /// Whether any file of the dataset could be read.
  func isReadable(_ dataset: String) -> Bool {
    dataset == BuiltInDatasets.units.id
      || files[dataset, default: []].contains { $0.status != .unreadable }
  }

  /// Whether `unit` handed in `dataset`.
  func state(of unit: String, _ dataset: String) -> HandIn {
    if dataset == BuiltInDatasets.units.id { return .complete }
    let files = self.files[dataset, default: []]
    if files.contains(where: { $0.status == .unreadable && names($0, unit) }) { return .unreadable }
    let isCovered = files.contains { file in
      file.status != .unreadable && (names(file, unit) || file.covers == .all)
    }
    if isCovered || present.codes(in: dataset).contains(unit) { return .complete }
    return isSoleNilReturn(files) ? .complete : .missing
  }

  /// Up to when files of a dataset show what happened at `unit`: its own or, where none is named after
  /// it, the earliest of those that may hold its records. `nil` where none says when it was written.
  func snapshot(of unit: String, _ dataset: String) -> Instant? {
    let files = self.files[dataset, default: []].filter { $0.status != .unreadable }
    let own = files.filter { names($0, unit) || $0.covers == .all }
    return own.compactMap(\.snapshot).max() ?? files.compactMap(\.snapshot).min()
  }

  private func names(_ file: ExportFile, _ unit: String) -> Bool {
    if case .units(let units) = file.covers { units.contains(unit) } else { file.unit == unit }
  }

  private func isSoleNilReturn(_ files: [ExportFile]) -> Bool {
    files.count == 1 && files[0].status == .nilReturn && files[0].covers == .recordsOnly
  }
}

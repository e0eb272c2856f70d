import Exports
import Tables

/// Which units handed in which datasets.
///
/// A unit handed in a dataset when a readable file covers it, or when one of its records is in a
/// file that covers only its records. A header without records that belongs to nobody covers all
/// units only when it is the dataset's sole file.
struct HandIns {
  private let files: [String: [ExportFile]]
  private let present: (String) -> Set<String>

  /// The hand-ins of `exports`; `present` gives the units that records of a dataset name.
  init(_ exports: ExportSet, present: @escaping (String) -> Set<String>) {
    files = Dictionary(grouping: exports.files.filter { $0.dataset != nil }) { $0.dataset ?? "" }
    self.present = present
  }

  /// The hand-ins of files that say which units they name.
  init(_ files: [ExportFile]) {
    self.init(ExportSet(files: files)) { dataset in
      files.filter { $0.dataset == dataset }.reduce(into: []) { $0.formUnion($1.units) }
    }
  }

  /// Whether any file of the dataset could be read.
  func isReadable(_ dataset: String) -> Bool {
    files[dataset, default: []].contains { $0.status != .unreadable }
  }

  /// Whether `unit` handed in `dataset`.
  func state(of unit: String, _ dataset: String) -> HandIn {
    let files = self.files[dataset, default: []]
    if files.contains(where: { $0.status == .unreadable && names($0, unit) }) { return .unreadable }
    let isCovered = files.contains { file in
      file.status != .unreadable && (names(file, unit) || file.covers == .all)
    }
    if isCovered || present(dataset).contains(unit) { return .complete }
    return isSoleNilReturn(files) ? .complete : .missing
  }

  private func names(_ file: ExportFile, _ unit: String) -> Bool {
    if case .units(let units) = file.covers { units.contains(unit) } else { file.unit == unit }
  }

  private func isSoleNilReturn(_ files: [ExportFile]) -> Bool {
    files.count == 1 && files[0].status == .nilReturn && files[0].covers == .recordsOnly
  }
}

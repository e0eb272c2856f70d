import Calendars
import Exports
import Foundation
import Registry
import Rulebook
import Tables

extension ExportRequest {
  /// Lets names of units stand for their codes: in each folder those that units have in its month, else
  /// in the period of the run.
  package mutating func nameUnits(of rulebook: Rulebook, in run: Period) {
    unitNameColumns = rulebook.unitNameColumns
    for folder in folders {
      let period = Period(URL(fileURLWithPath: folder).lastPathComponent) ?? run
      let naming = UnitNaming(rulebook.registry.units(during: period))
      name(UnitNames { naming.code(of: $0) }, in: folder)
    }
  }
}

extension Rulebook {
  /// For each dataset the columns of text that say which unit something belongs to: by which obligations
  /// bind records, that refer to units, or by which records belong to units.
  package var unitNameColumns: [String: Set<Int>] {
    datasets.reduce(into: [:]) { columns, dataset in
      let referring = dataset.columns.indices.filter { dataset.columns[$0].references == units.id }
      let belonging = units.children.filter { $0.dataset == dataset.id }.map(\.by)
      let all = unitColumns(of: dataset.id) + referring + belonging
      columns[dataset.id] = Set(all.filter { dataset.columns[$0].type == .string })
    }
  }

  /// The column that says which unit a record of a dataset belongs to, if one does.
  func unitColumn(of dataset: String) -> Int? {
    unitColumns[dataset] ?? unitNameColumns[dataset]?.min()
  }
}

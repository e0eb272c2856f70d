import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Exports

/// Files as they should not be.
@Suite struct DefectTests {
  static let cases = GoldenExports("defects")

  /// Two datasets that the headers of `ambiguous-dataset` match alike.
  static let twins = ["left", "right"].map { id in
    Dataset(
      id: id, record: id + "_record", title: Text(verbatim: id),
      columns: [Fixture.column("id", .string), Fixture.column("name", .string)], key: [0])
  }

  @Test func hasCases() { #expect(Self.cases.names.count >= 15) }

  @Test(arguments: cases.names, [1, 7, 256 * 1024])
  func isSaidAsTheGoldenSays(name: String, blockSize: Int) {
    var request = Fixture.request(
      Self.cases.exports(name), [Fixture.dossiers, Fixture.procedures] + Self.twins)
    request.blockSize = blockSize
    Self.cases.expect(name, request)
  }
}

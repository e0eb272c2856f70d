import TestSupport
import Testing

@testable import Workbooks

/// The workbooks in `workbooks`, one a folder; what they hold stands in the text file beside each.
@Suite struct WorkbookTests {
  @Test(arguments: Fixture.names)
  func isReadAsTold(_ name: String) throws {
    let parts = try Fixture.parts(name)
    let stored = try Fixture.told(ZipBuilder().archive(parts))
    Golden.expect(stored, matches: "workbooks/\(name).txt", beside: #filePath)
    let deflated = ZipBuilder(style: .deflated).archive(parts)
    #expect(try Fixture.told(deflated) == stored)
    #expect(try Fixture.told(deflated, prefersExpat: true) == stored)
  }

  /// A caller's own error ends the reading and comes out as it is.
  @Test func callersErrorIsPassedOn() throws {
    struct Enough: Error {}
    let archive = ZipBuilder().archive(try Fixture.parts("types"))
    try TestWorkbook.withFile(archive) { path in
      for prefersExpat in [false, true] {
        let workbook = try Workbook.open(path: path, prefersExpat: prefersExpat)
        var count = 0
        #expect(throws: Enough.self) {
          try workbook.forEachRow(of: workbook.sheets[0]) { _ in
            count += 1
            throw Enough()
          }
        }
        #expect(count == 1)
      }
    }
  }
}

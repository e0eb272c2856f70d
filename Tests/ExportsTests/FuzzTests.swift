import Foundation
import TestSupport
import Testing

@testable import Exports

@Suite struct FuzzTests {
  static let seedText = """
    dossier_id,unit_code,received_at,completed_at,fee,status,citizen
    A1,H26.01,01/09/2025 08:00,02/09/2025 09:00,12.5,mở,"Nguyễn ""A"" Bình"
    A2,H26.02,01/09/2025 08:00,,,đóng,"hai
    dòng"

    A3,H26.01,31/02/2025 08:00,,1.234,?,
    """

  /// Whatever is done to the bytes, reading ends, every record is counted, and blocks do not show.
  @Test func mutationsNeverCrashAndNeverLoseRecords() throws {
    var numbers = SeededRandom(seed: 2025)
    let odd: [UInt8] = [34, 44, 10, 13, 0xFF, 0xC2, 0xEF, 0, 59, 9, 32]
    for _ in 0..<Effort.rounds(150) {
      var bytes = Array(Self.seedText.utf8)
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[place] = odd.randomElement(using: &numbers) ?? 0
        case 1: bytes.insert(odd.randomElement(using: &numbers) ?? 0, at: place)
        default: bytes.remove(at: place)
        }
      }
      let whole = try Fixture.read(["a.csv": bytes])
      let pieces = try Fixture.read(["a.csv": bytes], blockSize: 3)
      #expect(whole.defects.map(\.diagnostic.message) == pieces.defects.map(\.diagnostic.message))
      #expect(whole.files == pieces.files)
      let read = whole.files.reduce(0) { $0 + $1.recordCount }
      let merged = whole.defects.count { $0.kind == .duplicateRecord }
      let conflicts = whole.defects.filter { $0.kind == .conflictingRecord }
        .reduce(0) { $0 + $1.diagnostic.further.count }
      let kept = whole.tables.values.reduce(0) { $0 + $1.count }
      #expect(kept + merged + conflicts == read)
    }
  }
}

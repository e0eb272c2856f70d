import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// ZIP files in the ways that writers have, and in ways that no writer should have.
@Suite struct ZipTests {
  static let good: [(String, ZipBuilder)] = [
    ("deflated", ZipBuilder(style: .deflated)), ("ZIP64", ZipBuilder(isWide: true)),
    ("ZIP64, deflated", ZipBuilder(style: .deflated, isWide: true)),
    ("descriptors", ZipBuilder(style: .deflated, hasDescriptors: true)),
  ]

  @Test(arguments: good.indices)
  func readsAlike(_ index: Int) throws {
    let parts = try Fixture.parts("types")
    let plain = try Fixture.told(ZipBuilder().archive(parts))
    #expect(try Fixture.told(Self.good[index].1.archive(parts)) == plain, "\(Self.good[index].0)")
  }

  @Test(arguments: [0, 1, 100, 70_000])
  func bytesInFrontAreNoMatter(_ count: Int) throws {
    let parts = try Fixture.parts("types")
    let plain = try Fixture.told(ZipBuilder().archive(parts))
    let front = [UInt8](repeating: 0x20, count: count)
    for isWide in [false, true] {
      #expect(try Fixture.told(front + ZipBuilder(isWide: isWide).archive(parts)) == plain)
    }
  }

  @Test(arguments: [1, 100, 60_000])
  func bytesBehindAreNoMatter(_ count: Int) throws {
    let parts = try Fixture.parts("types")
    let plain = try Fixture.told(ZipBuilder().archive(parts))
    let behind = [UInt8](repeating: 0x20, count: count)
    #expect(try Fixture.told(ZipBuilder().archive(parts) + behind) == plain)
  }

  /// Without its list the file is walked, and says so.
  @Test(arguments: [false, true])
  func listMayBeMissing(_ hasDescriptors: Bool) throws {
    let parts = try Fixture.parts("types")
    let zip = ZipBuilder(style: .deflated, hasDescriptors: hasDescriptors, hasDirectory: false)
    let told = try Fixture.told(zip.archive(parts))
    Golden.expect(told, matches: "goldens/without-list.txt")
    let plain = try Fixture.told(ZipBuilder().archive(parts)).split(separator: "\n").dropFirst()
    #expect(told.split(separator: "\n").dropFirst(6).elementsEqual(plain))
  }

  @Test func namesMayHaveOtherSlashesAndCases() throws {
    let parts = try Fixture.parts("types")
    let odd = parts.map {
      ("\\" + $0.name.uppercased().replacingOccurrences(of: "/", with: "\\"), $0.bytes)
    }
    #expect(
      try Fixture.told(ZipBuilder().archive(odd)) == Fixture.told(ZipBuilder().archive(parts)))
  }

  static let broken: [(String, ZipBuilder)] = [
    ("encrypted", ZipBuilder(flags: 1)), ("method", ZipBuilder(method: 14)),
    ("checksum", ZipBuilder(checksumError: 1)),
    ("checksum-deflated", ZipBuilder(style: .deflated, checksumError: 1)),
    ("too-short", ZipBuilder(style: .deflated, sizeError: -5)),
    ("too-long", ZipBuilder(style: .deflated, sizeError: 5)),
  ]

  @Test func brokenOnesSaySo() throws {
    let parts = try Fixture.parts("types")
    let told = try Self.broken.map { name, zip in
      "\(name)\n\(try Fixture.told(zip.archive(parts)))"
    }
    Golden.expect(told.joined(separator: "\n"), matches: "goldens/broken-archives.txt")
  }

  /// Files that are something else.
  @Test func otherFormatsSaySo() throws {
    let old: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    let package: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let others: [(String, [UInt8])] = [
      ("empty", []), ("text", Array("a,b\n1,2\n".utf8)), ("old", old), ("locked", old + package),
      ("archive", ZipBuilder().archive([("a.txt", [1])])),
      ("binary", ZipBuilder().archive([("xl/workbook.bin", [1])])),
    ]
    let told = try others.map { "\($0)\n\(try Fixture.told($1))" }
    Golden.expect(told.joined(separator: "\n"), matches: "goldens/other-formats.txt")
    #expect(WorkbookText.of(path: "/nowhere/a.xlsx", prefersExpat: false).hasPrefix("TT0550"))
    #expect(WorkbookText.of(path: "/", prefersExpat: false).hasPrefix("TT0550"))
  }
}

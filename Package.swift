// swift-tools-version: 6.2
import PackageDescription

/// One module per pass; each may import only what stands before it (see README, "The house").
let package = Package(
  name: "tuanthu",
  products: [.executable(name: "tuanthu", targets: ["tuanthu"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CPostgres"),
    .target(name: "CReport", exclude: ["parts"]),
    .target(name: "Numbers"),
    .target(name: "Diagnostics"),
    .target(name: "Encodings", dependencies: ["Diagnostics"]),
    .target(name: "YAMLTree", dependencies: ["CLibYAML", "Numbers", "Diagnostics"]),
    .target(name: "Calendars", dependencies: ["Diagnostics"]),
    .target(name: "Tables", dependencies: ["Numbers", "Calendars"]),
    .target(name: "Expressions", dependencies: ["Calendars", "Tables"]),
    .target(name: "Registry", dependencies: ["YAMLTree", "Calendars"]),
    .target(
      name: "Rulebook",
      dependencies: [
        "YAMLTree", "Expressions", "Registry",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Workbooks", dependencies: ["CExpat", "CZlib", "Diagnostics"]),
    .target(name: "JSONRecords"),
    .target(name: "Databases", dependencies: ["CSQLite", "CPostgres"]),
    .target(name: "CScan"),
    .target(
      name: "Exports",
      dependencies: [
        "CScan", "Databases", "Encodings", "JSONRecords", "Workbooks", "YAMLTree", "Tables",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Assessment", dependencies: ["Numbers", "Diagnostics", "Calendars"]),
    .target(
      name: "Evaluation", dependencies: ["CScan", "Rulebook", "Registry", "Exports", "Assessment"]),
    .target(name: "CPages", exclude: ["pages"]),
    .target(name: "Workshop", dependencies: ["CPages", "Evaluation"]),
    .target(
      name: "Reports",
      dependencies: [
        "CReport", "CXLSXWriter", "CZlib", "Assessment",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "tuanthu",
      dependencies: [
        "CScan", "Workbooks", "Evaluation", "Workshop", "Reports", "YAMLTree",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "TestSupport",
      dependencies: ["CSQLite", "CZlib", "Diagnostics", "Encodings", "YAMLTree"],
      path: "Tests/TestSupport", exclude: ["letters"]),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["Workbooks", "TestSupport"],
      exclude: ["conformance", "goldens", "tables", "workbooks"]),
    .testTarget(name: "CScanTests", dependencies: ["CScan", "TestSupport"]),
    .testTarget(name: "NumbersTests", dependencies: ["Numbers"]),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], exclude: ["goldens"]),
    .testTarget(
      name: "EncodingsTests", dependencies: ["Encodings", "TestSupport"], exclude: ["cases"]),
    .testTarget(
      name: "YAMLTreeTests", dependencies: ["YAMLTree", "TestSupport"],
      exclude: ["broken", "trees"]),
    .testTarget(
      name: "CalendarsTests", dependencies: ["Calendars", "TestSupport"],
      exclude: ["cases", "oracle"]),
    .testTarget(
      name: "ExpressionsTests", dependencies: ["Expressions", "TestSupport"],
      exclude: ["cases", "conformance", "goldens"]),
    .testTarget(
      name: "RulebookTests", dependencies: ["Rulebook", "TestSupport"],
      exclude: ["base", "broken", "good"]),
    .testTarget(
      name: "ExportsTests", dependencies: ["CScan", "Encodings", "Exports", "TestSupport"],
      exclude: ["cases"]),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Encodings", "Evaluation", "TestSupport"]),
    .testTarget(
      name: "WorkshopTests", dependencies: ["Workbooks", "Workshop", "tuanthu", "TestSupport"],
      exclude: ["format", "language", "lint", "pages", "schema", "stubs"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "TestSupport"],
      exclude: ["browser", "goldens", "hostile.json", "readers"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["tuanthu", "Reports", "Workshop", "YAMLTree", "TestSupport"],
      exclude: ["cases", "rewrite"]),
  ],
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2
import PackageDescription

/// The parts that are called once for each record or block of bytes, measured alone. A package of its own,
/// so that nothing needed for measuring becomes part of the product. The modules under `Modules` are links:
/// what is measured is the product's own source, whose declarations a package elsewhere could not see.
let package = Package(
  name: "kernels",
  dependencies: [
    // Without traits: counting allocations takes packages that are not needed here.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: [])
  ],
  targets: [
    .target(name: "CScan", path: "Modules/CScan"),
    .target(name: "Diagnostics", path: "Modules/Diagnostics"),
    .target(name: "Calendars", dependencies: ["Diagnostics"], path: "Modules/Calendars"),
    .executableTarget(
      name: "Kernels",
      dependencies: ["CScan", "Calendars", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Kernels",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)

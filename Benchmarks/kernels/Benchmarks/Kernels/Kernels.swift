import Benchmark
import CScan
import Calendars
import Diagnostics

let benchmarks: @Sendable () -> Void = {
  let thousands = Benchmark.Configuration(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(2))

  for (name, level) in [
    ("portable", CSCAN_PORTABLE), ("SSE2", CSCAN_SSE2), ("best", cscan_best_level()),
  ] where level.rawValue <= cscan_best_level().rawValue {
    Benchmark("Structure of 256 KiB, \(name)", configuration: thousands) { benchmark in
      let window = Window()
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations { blackHole(window.scan(level)) }
    }
  }

  Benchmark("Working days between two days", configuration: thousands) { benchmark in
    let calendar = WorkCalendar(zone: .utc, covered: 2024...2026)
    let start = Day(number: 20_000)
    for index in benchmark.scaledIterations {
      let end = start.adding(days: index % 300)
      blackHole(try calendar.workingDays(after: start, through: end))
    }
  }

  Benchmark("The n-th working day after a day", configuration: thousands) { benchmark in
    let calendar = WorkCalendar(zone: .utc, covered: 2024...2026)
    let start = Day(number: 20_000)
    for index in benchmark.scaledIterations {
      blackHole(try calendar.adding(workingDays: index % 200, to: start))
    }
  }

  Benchmark("The date of a moment in a zone", configuration: thousands) { benchmark in
    guard let zone = Zone(identifier: "Asia/Ho_Chi_Minh") else { return }
    for index in benchmark.scaledIterations {
      blackHole(zone.local(of: Instant(seconds: 1_740_000_000 + Int64(index))).day)
    }
  }
}

/// 256 KiB of records with quoted cells, and room for what is found in them.
final class Window {
  private let bytes: [UInt8]
  private var positions: [UInt32]
  private var feeds: [UInt32]

  init() {
    let record =
      "H26-250102-0000000001,1.001007,\"Khám bệnh, chữa bệnh\",online,2025-01-02T08:15:00,,\"Trần Lan\",\n"
    let count = (256 << 10) / record.utf8.count
    bytes = Array(String(repeating: record, count: count).utf8)
    positions = Array(repeating: 0, count: bytes.count + Int(CSCAN_ROOM))
    feeds = Array(repeating: 0, count: bytes.count + Int(CSCAN_ROOM))
  }

  /// How many delimiters and line feeds there are outside quotation marks.
  func scan(_ level: cscan_level) -> Int {
    cscan_structure(bytes, bytes.count, UInt8(ascii: ","), level, &positions, &feeds).positions
  }
}

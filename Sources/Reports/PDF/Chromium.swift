import Foundation

/// A Chromium of this machine, which prints a page as a PDF.
struct Chromium {
  private let path: String

  /// The names under which it is installed, in the order in which they are tried.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
  ]

  /// The first one on the path; the one that `TUANTHU_CHROMIUM` names, if it names one.
  /// - Throws: `PDFFailure.noBrowser` where there is none.
  static func find(_ environment: [String: String]) throws(PDFFailure) -> Chromium {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let named = environment["TUANTHU_CHROMIUM"].flatMap { $0.isEmpty ? nil : [$0] }
    let paths = named ?? names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else {
      throw .noBrowser
    }
    return Chromium(path: path)
  }

  /// Prints a page.
  /// - Parameter profile: a folder for what the browser keeps while it runs.
  /// - Throws: `PDFFailure.browserFailed` with what it said last.
  func print(_ page: URL, to pdf: String, profile: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
        "--user-data-dir=" + profile.path, "--print-to-pdf=" + pdf,
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
    let complaints = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = complaints
    try process.run()
    let said = (try? complaints.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, Self.isPDF(pdf) else {
      let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
      throw PDFFailure.browserFailed(lines.last.map(String.init) ?? "")
    }
  }

  private static func isPDF(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    return (try? file.read(upToCount: 5)) == Data("%PDF-".utf8)
  }
}

import Foundation

/// Why there is no PDF.
package enum PDFFailure: Error, Hashable {
  /// There is no Chromium on this machine.
  case noBrowser
  /// It did not print; what it said last.
  case browserFailed(String)
}

extension ReportFormat {
  /// The HTML report, printed by a Chromium that is installed.
  static let pdf = ReportFormat("pdf", endings: [".pdf"], check: { _ = try browser() }) {
    content, file in
    let browser = try browser()
    let folder = FileManager.default.temporaryDirectory.appending(path: "tuanthu-\(UUID())")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "report.html")
    try HTMLReport(content).render().write(to: page)
    try browser.print(page, to: file.path, profile: folder.appending(path: "profile"))
  }

  private static func browser() throws(PDFFailure) -> Chromium {
    try Chromium.find(ProcessInfo.processInfo.environment)
  }
}

import Assessment
import CReport
import Crypto
import Diagnostics
import Foundation

/// The report as one HTML file for the screen and for paper: nothing is loaded, no script but its own runs,
/// and all of it can be read without a script.
///
/// On paper it is an administrative document with annexes, and a sheet for each head.
struct HTMLReport: AssessmentWording {
  let content: ReportContent
  /// What it says on paper, as the documents to be edited do.
  let document: DocumentText
  let figures: Figures
  let obligations: [String: ObligationSummary]
  let units: [String: UnitSummary]
  let directives: [String: DirectiveSummary]
  /// All verdicts but those of periods that have not ended.
  let judged: [Verdict]
  let heads: [AnsweringHead]

  var assessment: Assessment { content.assessment }
  var language: Language { content.language }

  /// A report with some content.
  init(_ content: ReportContent) {
    let assessment = content.assessment
    self.content = content
    document = DocumentText(content)
    figures = Figures(language: content.language)
    units = Dictionary(assessment.units.map { ($0.code, $0) }) { first, _ in first }
    obligations = Dictionary(assessment.obligations.map { ($0.id, $0) }) { first, _ in first }
    directives = Dictionary(assessment.directives.map { ($0.id, $0) }) { first, _ in first }
    judged = assessment.verdicts.filter { $0.outcome != .toDate }
    heads = assessment.answeringHeads
  }

  /// The file, in UTF-8.
  func render() -> Data {
    var page = HTML()
    page.markup("<!DOCTYPE html>\n")
    page.element("html", ["lang": language.rawValue]) { page in
      page.element("head", [:], head)
      page.element("body", ["class": content.letterhead.isDraft ? "draft" : nil], body)
    }
    return Data(page.bytes)
  }

  /// The title, with which a window and a file are called.
  private var title: String {
    word(assessment.only == .data ? "title.data" : "title", period)
  }

  private func head(_ page: inout HTML) {
    page.void("meta", ["charset": "utf-8"])
    page.void("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
    page.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    page.void("meta", ["name": "color-scheme", "content": "light dark"])
    page.void("link", ["rel": "icon", "href": "data:,"])
    page.element("title", text: title)
    page.embedded("style", report_style())
  }

  /// Nothing but the style sheet and the script of this program, each known by its hash.
  private static var policy: String {
    let style = hash(of: report_style())
    let script = hash(of: report_script())
    return "default-src 'none'; style-src '\(style)'; script-src '\(script)'; img-src data:; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func hash(of text: embedded_text) -> String {
    let bytes = UnsafeRawBufferPointer(start: text.start, count: text.count)
    return "sha256-" + Data(SHA256.hash(data: bytes)).base64EncodedString()
  }

  private func body(_ page: inout HTML) {
    page.element("a", ["class": "skip", "href": "#main"], text: word("skip"))
    patterns(&page)
    documentHead(&page)
    page.element("p", ["class": "paper extract", "hidden": ""], text: word("document.extract"))
    banner(&page)
    navigation(&page)
    page.element("main", ["id": "main"]) { page in
      if assessment.only == .data {
        data(&page)
      } else {
        findings(&page)
      }
      manifest(&page)
    }
    page.embedded("script", report_script())
  }

  private func findings(_ page: inout HTML) {
    opening(&page)
    summary(&page)
    closing(&page)
    filters(&page)
    map(&page)
    unitSections(&page)
    headSections(&page)
    scores(&page)
    toDate(&page)
    data(&page)
    basis(&page)
  }

  // MARK: - The top of the screen

  private func banner(_ page: inout HTML) {
    page.element("header", ["class": "banner"]) { page in
      page.element("div", ["class": "heading"]) { page in
        if let issuer = content.letterhead.issuer {
          page.element("p", ["class": "issuer"], text: issuer)
        }
        page.element("h1", text: title)
        page.element("p", ["class": "standing"]) { page in
          let status = assessment.status == .final ? "status.final" : "status.provisional"
          page.element("strong", ["class": "status"], text: word(status))
          page.text(" " + asOf)
        }
        page.element("p", ["class": "notice"], text: say(assessment.notice))
      }
    }
  }

  /// The period in words: `tháng 9/2025`.
  var period: String { figures.period(assessment.period) }

  /// The time as of which things count as having happened, and the zone of all local times.
  var asOf: String {
    field(Words.asOf, "\(figures.date(assessment.asOf)) (\(assessment.zone))")
  }

  private func navigation(_ page: inout HTML) {
    page.element("nav", ["class": "contents", "aria-label": word("contents")]) { page in
      page.element("ul") { page in
        for name in sections {
          page.element("li") { page in
            page.element("a", ["href": "#" + name], text: word("nav." + name))
          }
        }
      }
    }
  }

  private var sections: [String] {
    if assessment.only == .data { return ["data", "manifest"] }
    let hasOpen = judged.count < assessment.verdicts.count
    return ["summary", "map", "units", "heads"] + (hasScores ? ["scores"] : [])
      + (hasOpen ? ["to-date"] : [])
      + ["data", "basis", "manifest"]
  }

  /// A section with its heading; on paper an annex on pages of its own.
  func section(
    _ name: String, annex: String? = nil, _ page: inout HTML, _ content: (inout HTML) -> Void
  ) {
    let label = "h-" + name
    page.element(
      "section",
      ["id": name, "class": annex == nil ? "part" : "part annex", "aria-labelledby": label]
    ) { page in
      page.element("h2", ["id": label]) { page in
        if let annex {
          page.element("span", ["class": "paper"], text: word("document.annex", annex) + " ")
        }
        page.text(word("section." + name))
      }
      content(&page)
    }
  }
}

extension ReportFormat {
  /// One file for screen and paper.
  static let html = ReportFormat("html", endings: [".html", ".htm"]) { content, file in
    try file.append(HTMLReport(content).render())
  }
}

import Diagnostics
import Registry
import Reports
import YAMLTree

extension Letterhead {
  /// The keys of `letterhead` in `tuanthu.yaml`.
  private static let keys = [
    "superior", "issuer", "number", "place", "date", "post", "signer", "recipients", "answer-by",
  ]

  /// The letterhead of a mapping; `nil` (with a diagnostic) where it is none.
  init?(_ node: Node, in workspace: Fields, _ diagnostics: inout [Diagnostic]) {
    guard
      let fields = Fields(
        node, keys: Self.keys, of: .letterhead, in: workspace, &diagnostics)
    else { return nil }
    self.init()
    superior = fields.string("superior", &diagnostics)?.value
    issuer = fields.string("issuer", &diagnostics)?.value
    number = fields.string("number", &diagnostics)?.value
    place = fields.string("place", &diagnostics)?.value
    date = fields.day("date", &diagnostics)?.value.iso
    post = fields.string("post", &diagnostics)?.value
    signer = fields.string("signer", &diagnostics)?.value
    recipients = fields.strings("recipients", &diagnostics).map(\.value)
    answerBy = fields.day("answer-by", &diagnostics)?.value.iso
  }
}

extension Text {
  fileprivate static let letterhead = Text(vi: "thể thức văn bản", en: "a letterhead")
}

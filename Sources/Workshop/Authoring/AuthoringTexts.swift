import Diagnostics

/// What is said while files are tidied, described and begun. Codes TT11xx.
extension Diagnostic {
  static func nothingThere(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT1101",
      Text(vi: "không có hoặc không đọc được '\(path)'", en: "'\(path)' is missing or unreadable"),
      hint: Text(vi: "kiểm tra tên tệp, thư mục", en: "check the name of the file or folder"))
  }

  static func notTidied(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      "TT1102", .warning,
      Text(
        vi: "không sắp xếp lại được tệp này mà không làm thay đổi giá trị hoặc chú thích",
        en: "this file cannot be tidied without changing a value or a comment"),
      at: Label(Span(source, 0..<0)),
      hint: Text(
        vi: "tệp được giữ nguyên; hãy viết các đoạn khác thường trong tệp theo cách đơn giản hơn",
        en: "it was left as it is; write what is unusual in it in a simpler way"))
  }
}

/// Why no stub is written.
extension Diagnostic {
  static func badStubID(_ kind: Stub.Kind, _ id: String) -> Diagnostic {
    let example =
      switch kind {
      case .directive: "nd63-2010"
      case .obligation: "nd63-2010/results-on-time"
      case .dataset: "dossiers"
      }
    return Diagnostic(
      "TT1103",
      Text(vi: "'\(id)' không dùng làm mã được", en: "'\(id)' cannot be an id"),
      hint: Text(
        vi: "viết chữ thường không dấu, số và gạch nối, như \(example)",
        en: "write lower case letters, digits and dashes, like \(example)"))
  }

  static func stubThere(_ id: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "TT1104",
      Text(vi: "'\(id)' đã có trong \(path)", en: "'\(id)' is in \(path) already"),
      hint: Text(vi: "chọn mã khác, hoặc sửa tệp đó", en: "choose another id, or edit that file"))
  }

  static func fileThere(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT1105", Text(vi: "đã có tệp \(path)", en: "there is a file \(path) already"),
      hint: Text(
        vi: "không tệp nào bị ghi đè; đổi tên tệp đó hoặc chọn mã khác",
        en: "nothing is written over; rename that file or choose another id"))
  }

  static let noDatasetYet = Diagnostic(
    "TT1106",
    Text(
      vi: "thư mục quy tắc chưa có bảng số liệu nào để yêu cầu xét",
      en: "the folder of rules has no dataset yet that an obligation could be about"),
    hint: Text(
      vi: "chạy trước: tuanthu new dataset MÃ", en: "first run: tuanthu new dataset ID"))

  static func noDirective(_ id: String, _ known: [String]) -> Diagnostic {
    let nearest = NearestName.of(id, among: known)
    return Diagnostic(
      "TT1107", Text(vi: "không có văn bản '\(id)'", en: "there is no directive '\(id)'"),
      hint: nearest.map {
        Text(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
      }
        ?? Text(
          vi: "chạy trước: tuanthu new directive \(id)",
          en: "first run: tuanthu new directive \(id)"))
  }

  static func notAppended(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      "TT1108",
      Text(
        vi: "không thêm được yêu cầu vào cuối tệp này mà giữ nguyên phần đã có",
        en: "an obligation cannot be added to the end of this file and leave the rest as it is"),
      at: Label(Span(source, 0..<0)),
      hint: Text(
        vi: "đưa 'obligations' xuống cuối tệp, mỗi yêu cầu bắt đầu bằng một dòng '- id: …'",
        en: "move 'obligations' to the end of the file, each beginning with a line '- id: …'"))
  }
}

extension Text {
  /// What was written, and what to do next.
  package static func stubWritten(_ paths: [String], in folder: String) -> Text {
    let list = paths.map { "  " + $0 }.joined(separator: "\n")
    return Text(
      vi: "Đã ghi:\n\(list)\nThay các chỗ \"(cần điền)\", rồi chạy: tuanthu lint \(folder)",
      en: "Written:\n\(list)\nReplace every \"(cần điền)\", then run: tuanthu lint \(folder)")
  }

  static func moreLines(_ count: Int) -> Text {
    Text(vi: "… và \(count) dòng khác", en: "… and \(count) more lines")
  }

  /// The end of a run that wrote files.
  package static func tidied(_ changed: Int, of all: Int) -> Text {
    Text(
      vi: "\(all) tệp, đã sắp xếp lại \(changed) tệp",
      en: "\(all) \(all == 1 ? "file" : "files"), \(changed) tidied")
  }

  /// The end of a run that only looked.
  package static func untidy(_ changed: Int, of all: Int) -> Text {
    Text(
      vi: "\(all) tệp, \(changed) tệp chưa gọn; chạy tuanthu fmt để sắp xếp lại",
      en:
        "\(all) \(all == 1 ? "file" : "files"), \(changed) to be tidied; run tuanthu fmt to do so")
  }

  /// The end of a run that had nothing to find.
  package static func allTidy(_ all: Int) -> Text {
    Text(
      vi: "\(all) tệp, tất cả đã gọn",
      en: "\(all) \(all == 1 ? "file" : "files"), all tidy")
  }

  /// What was written, and what an editor's settings say to use it.
  package static func schemasWritten(_ kinds: [FileKind], in folder: String) -> Text {
    let settings = kinds.map { kind in
      let globs = kind.globs.map { "\"\($0)\"" }.joined(separator: ", ")
      return "    \"\(folder)/\(kind.schemaName)\": [\(globs)]"
    }.joined(separator: ",\n")
    let lines = "  \"yaml.schemas\": {\n\(settings)\n  }"
    return Text(
      vi:
        "Đã ghi \(kinds.count) lược đồ vào \(folder). Với VS Code và tiện ích YAML, thêm vào .vscode/settings.json:\n\(lines)",
      en:
        "\(kinds.count) schemas written to \(folder). For VS Code with its YAML extension, add to .vscode/settings.json:\n\(lines)"
    )
  }
}

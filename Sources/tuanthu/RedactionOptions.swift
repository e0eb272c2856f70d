import ArgumentParser
import Diagnostics
import Foundation
import Reports

/// Whether the keys of records are hidden, and with which secret.
struct RedactionOptions: ParsableArguments {
  /// Where the secret is read from, unless a file is named.
  private static let variable = "TUANTHU_REDACT_KEY"

  @Flag(
    help: ArgumentHelp(
      """
      Thay mã hồ sơ bằng bí danh ổn định trong mọi báo cáo; tệp và dòng giữ nguyên. Khóa bí mật lấy từ \
      --redact-key-file hoặc biến môi trường TUANTHU_REDACT_KEY; không có thì dùng khóa ngẫu nhiên.
      Puts pseudonyms in the place of the keys of records in all reports; file and row stay. The secret is \
      that of --redact-key-file or of the environment's TUANTHU_REDACT_KEY, else a random one.
      """))
  var redactKeys = false
  @Option(
    help: ArgumentHelp(
      "Tệp chứa khóa bí mật, ít nhất 16 byte. The file of the secret, 16 bytes or more.",
      valueName: "file"))
  var redactKeyFile: String?

  func validate() throws {
    if redactKeyFile != nil, !redactKeys {
      throw ValidationError("Thêm --redact-keys. Add --redact-keys.")
    }
  }

  /// The names that stand for keys; `nil` where nothing is hidden.
  /// - Throws: exit code 2 for a secret that cannot be read or is too short.
  func pseudonyms(_ console: Console) throws -> Pseudonyms? {
    guard redactKeys else { return nil }
    guard let secret = try secret(console) else {
      console.note(.randomSecret)
      return .random()
    }
    guard let pseudonyms = Pseudonyms(secret: secret) else {
      throw console.stop(.shortSecret(redactKeyFile ?? Self.variable), 2)
    }
    return pseudonyms
  }

  /// Line breaks at the end are none of it: editors add them. An empty variable counts as none.
  private func secret(_ console: Console) throws -> [UInt8]? {
    guard let path = redactKeyFile else {
      let value = ProcessInfo.processInfo.environment[Self.variable]
      return value.flatMap { $0.isEmpty ? nil : Array($0.utf8) }
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw console.stop(.secretNotReadable(path), 2)
    }
    let breaks = data.reversed().prefix { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return Array(data.dropLast(breaks.count))
  }
}

/// What can be wrong with the secret. Codes TT0736 and TT0737.
extension Diagnostic {
  fileprivate static func secretNotReadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0736",
      Text(
        vi: "--redact-key-file: không mở được tệp '\(path)'",
        en: "--redact-key-file: the file '\(path)' cannot be opened"),
      hint: Text(
        vi: "kiểm tra đường dẫn và quyền đọc; tạo khóa mới: openssl rand -hex 32 > \(path)",
        en: "check the path and that you may read it; a new secret: openssl rand -hex 32 > \(path)"
      ))
  }

  fileprivate static func shortSecret(_ place: String) -> Diagnostic {
    let least = Pseudonyms.shortestSecret
    return Diagnostic(
      "TT0737",
      Text(
        vi: "khóa bí mật trong \(place) ngắn hơn \(least) byte, có thể dò ra",
        en: "the secret in \(place) is shorter than \(least) bytes and can be found by trying"),
      hint: Text(
        vi: "tạo khóa mới: openssl rand -hex 32", en: "a new secret: openssl rand -hex 32"))
  }
}

extension Text {
  fileprivate static let randomSecret = Text(
    vi: "Mã hồ sơ được che bằng khóa ngẫu nhiên: lần chạy sau sẽ cho bí danh khác.",
    en: "Keys are hidden with a random secret: another run will give other names.")
}

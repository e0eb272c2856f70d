import Diagnostics

/// What can be wrong with a lock, and with rules that are not those of one. Codes TT0730 to TT0735.
extension Diagnostic {
  /// A lock that cannot be opened.
  package static func lockNotReadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0730",
      Text(
        vi: "không mở được tệp khóa quy tắc '\(path)'",
        en: "the lock '\(path)' cannot be opened"),
      hint: Text(
        vi: "kiểm tra đường dẫn và quyền đọc; 'tuanthu lock --rules … -o \(path)' viết tệp này",
        en: "check the path and that you may read it; 'tuanthu lock --rules … -o \(path)' writes it"
      ))
  }

  /// A lock that cannot be written.
  package static func lockNotWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0735",
      Text(
        vi: "không ghi được tệp khóa quy tắc '\(path)'",
        en: "the lock '\(path)' cannot be written"),
      hint: Text(
        vi: "nêu một tệp trong thư mục đã có và có quyền ghi",
        en: "name a file in a folder that is there and may be written to"))
  }
}

extension LockFault {
  /// The same for people.
  package var diagnostic: Diagnostic {
    let again = Text(
      vi: "lấy lại tệp do 'tuanthu lock' viết; không sửa tay",
      en: "take the file again as 'tuanthu lock' wrote it; it is not edited by hand")
    switch self {
    case .noLock(let path):
      return Diagnostic(
        "TT0731",
        Text(
          vi: "'\(path)' không phải tệp khóa quy tắc", en: "'\(path)' is no lock of rules"),
        hint: again)
    case .badLine(let span):
      return Diagnostic(
        "TT0731",
        Text(
          vi: "dòng này của tệp khóa quy tắc không phải một mã băm và một đường dẫn",
          en: "this line of the lock is no hash and path"),
        at: Label(span), hint: again)
    }
  }
}

extension RuleLock.Difference {
  /// The same for people.
  /// - Parameter lock: the path of the lock.
  package func diagnostic(_ lock: String) -> Diagnostic {
    switch self {
    case .changed(let path):
      Diagnostic(
        "TT0732",
        Text(
          vi: "tệp quy tắc '\(path)' khác với tệp mà '\(lock)' ghi nhận",
          en: "the rule file '\(path)' is not the one that '\(lock)' names"),
        hint: Self.sameRules)
    case .missing(let path):
      Diagnostic(
        "TT0733",
        Text(
          vi: "thiếu tệp quy tắc '\(path)' mà '\(lock)' ghi nhận",
          en: "the rule file '\(path)', which '\(lock)' names, is not there"),
        hint: Self.sameRules)
    case .new(let path):
      Diagnostic(
        "TT0734",
        Text(
          vi: "tệp quy tắc '\(path)' không có trong '\(lock)'",
          en: "the rule file '\(path)' is not in '\(lock)'"),
        hint: Self.sameRules)
    }
  }

  private static let sameRules = Text(
    vi: "lấy lại đúng bộ quy tắc mà tệp khóa được viết cho; nếu cố ý đổi, chạy lại 'tuanthu lock'",
    en:
      "take the rules that the lock was written for; if they changed on purpose, run 'tuanthu lock'"
  )
}

extension RuleLock {
  /// What stands at the top of a lock.
  static let remarks = [
    "Mã băm SHA-256 của quy tắc, danh mục và lịch. Do 'tuanthu lock' viết, không sửa tay.",
    "SHA-256 of rules, registry and calendar. Written by 'tuanthu lock'; not edited by hand.",
  ]
}

/// What stands around the text of an administrative document (Nghị định 30/2020/NĐ-CP, Điều 8). What
/// is not given is left blank, to be filled in when the document is signed.
package struct Letterhead: Sendable, Hashable {
  /// The authority above the one that issues: "ỦY BAN NHÂN DÂN THÀNH PHỐ …".
  package var superior: String?
  /// The authority that issues.
  package var issuer: String?
  /// Number and sign: "12/BC-VP".
  package var number: String?
  /// The place of the date line.
  package var place: String?
  /// The day it is issued, ISO.
  package var date: String?
  /// The post that signs.
  package var post: String?
  /// Who signs.
  package var signer: String?
  /// Who gets it ("Nơi nhận"), a line each.
  package var recipients: [String] = []
  /// The last day for explanations, ISO.
  package var answerBy: String?

  /// A letterhead on which nothing is filled in.
  package init() {}

  /// Whether it is a draft: nobody has given it a number and a day.
  package var isDraft: Bool { number == nil || date == nil }
}

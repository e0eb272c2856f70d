import Foundation

extension String {
  /// Without accents and capitals: `Sở` is `so`.
  var folded: String {
    folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .replacing("đ", with: "d")
  }
}

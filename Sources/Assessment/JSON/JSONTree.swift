/// A value of JSON, made by `JSONTreeEncoder` and written by `JSONText`.
enum JSONTree {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array(Items)
  case object(Members)

  /// The items of an array, which are added while it is encoded.
  final class Items {
    var values: [JSONTree] = []
  }

  /// The members of an object, which are added while it is encoded.
  final class Members {
    var values: [(key: String, value: JSONTree)] = []
  }
}

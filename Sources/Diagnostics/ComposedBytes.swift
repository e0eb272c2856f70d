extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes, which are UTF-8, are surely in Unicode's composed form: all characters below
  /// U+0300 and those from U+1E00 to U+1EFF (all letters of Vietnamese) are what they are composed to.
  package var isSurelyComposed: Bool {
    var index = 0
    while index < count {
      switch self[index] {
      case ..<0x80: index += 1
      case ..<0xCC: index += 2
      case 0xE1 where (0xB8...0xBB).contains(self[index + 1]): index += 3
      default: return false
      }
    }
    return true
  }
}

extension String {
  /// Whether it is surely in Unicode's composed form.
  package var isSurelyComposed: Bool {
    utf8.withContiguousStorageIfAvailable(\.isSurelyComposed) ?? false
  }
}

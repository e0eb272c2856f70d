/// What stands in an `exports.yaml` and should be known to nobody who reads it: passwords, and addresses that may hold
/// one. It is struck out before anything else is made of the text, so that no message can repeat it.
struct MapSecrets {
  /// The text with an `x` for each byte of a secret.
  let masked: [UInt8]
  /// Where the secrets stand.
  let places: [Range<Int>]

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.count == bytes.count, text.contains("postgres") else {
      (masked, places) = (bytes, [])
      return
    }
    var found = text.matches(of: Self.named).map(\.output.secret)
    found += text.matches(of: Self.address).map(\.output)
    found += text.matches(of: Self.inPlaceOfService).map(\.output.secret)
    let ranges = found.map { part in
      text.utf8.distance(
        from: text.startIndex, to: part.startIndex)..<text.utf8.distance(
          from: text.startIndex, to: part.endIndex)
    }
    var masked = bytes
    for index in ranges.joined() { masked[index] = UInt8(ascii: "x") }
    self.masked = masked
    places = ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { places, range in
      if places.last?.overlaps(range) != true { places.append(range) }
    }
  }

  /// `password: …`, `PGPASSWORD=…`, `pwd: …`
  private static var named: Regex<(Substring, secret: Substring)> {
    /(?i)[a-z_]*(?:pass|pwd|secret)[a-z_]*["']?[ ]*[:=][ ]*["']?(?<secret>[^\s"',}#&][^\s"',}&]*)/
  }

  /// `postgresql://…`
  private static var address: Regex<Substring> { /(?i)postgres(?:ql)?:\/\/[^\s"',}]+/ }

  /// `postgres: …` where `{ service: … }` should stand.
  private static var inPlaceOfService: Regex<(Substring, secret: Substring)> {
    /postgres[ ]*:[ ]*["']?(?<secret>[^\s"'{}#~][^\n"'{}#]*)/
  }
}

import Glibc

/// The namespaces that workbooks are written in; a prefix says nothing.
enum XMLNamespace: Sendable {
  /// No namespace: attributes, and the elements of careless writers.
  case none
  case sheet
  case relationships
  case packageRelationships
  case office
  case table
  case text
  case style
  case calcExtension
  case manifest
  case xml
  case other

  /// The transitional and the strict names of Office Open XML, and those of OpenDocument 1.x.
  private static let known: [(StaticString, XMLNamespace)] = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .sheet),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", .sheet),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relationships),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", .relationships),
    ("http://schemas.openxmlformats.org/package/2006/relationships", .packageRelationships),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", .table),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", .text),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", .office),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", .style),
    ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", .manifest),
    ("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", .calcExtension),
    ("http://www.w3.org/XML/1998/namespace", .xml),
  ]

  /// The namespace with that URI.
  init(_ uri: UnsafeBufferPointer<UInt8>) {
    self = uri.isEmpty ? .none : Self.known.first { uri == $0.0 }?.1 ?? .other
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of `text`.
  static func == (bytes: Self, text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount, let start = bytes.baseAddress else {
      return bytes.isEmpty && text.utf8CodeUnitCount == 0
    }
    return memcmp(start, text.utf8Start, bytes.count) == 0
  }

  /// Whether the bytes are those of `other`.
  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count, let start = baseAddress else { return isEmpty && other.isEmpty }
    return memcmp(start, other, count) == 0
  }

  /// The bytes as a string; what is no UTF-8 is replaced.
  var string: String { String(decoding: self, as: UTF8.self) }
}

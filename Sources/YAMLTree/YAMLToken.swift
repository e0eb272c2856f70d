import CLibYAML
import Diagnostics

/// What the layout of a YAML file is made of. Between tokens stand only white space and comments.
package struct YAMLToken: Sendable {
  /// What a token can be. `key`, `blockMappingStart`, `blockSequenceStart` and `blockEnd` are mostly
  /// without text of their own: they say where something begins or ends.
  package enum Kind: Sendable, Hashable {
    case blockSequenceStart, blockMappingStart, blockEnd
    case flowSequenceStart, flowSequenceEnd, flowMappingStart, flowMappingEnd
    case blockEntry, flowEntry, key, value
    case alias
    /// An anchor or a tag.
    case property
    /// Plain or quoted.
    case scalar
    /// Written with `|` or `>`: from there to the start of the line after its last line and the empty
    /// lines that follow it, a comment behind the `|` included.
    case blockScalar
    /// `---`, `...` or a directive.
    case marker
  }

  /// What it is.
  package let kind: Kind
  /// Where it stands, in bytes of the file.
  package let bytes: Range<Int>

  /// The tokens of a file that can be read.
  /// - Returns: `nil` when libyaml stops before the end; parsing the file says why.
  package static func all(of source: SourceText) -> [YAMLToken]? {
    let stream = EventStream(source.bytes)
    var tokens: [YAMLToken] = []
    do throws(ReadingFault) {
      while let token = try stream.nextToken() {
        if let token = token.known { tokens.append(token) }
      }
      return tokens
    } catch {
      return nil
    }
  }
}

/// A token of libyaml; the ends of the stream are of no interest.
private struct ScannedToken {
  let known: YAMLToken?
}

extension EventStream {
  /// The next token, or `nil` after the last. Not to be mixed with `next()`.
  fileprivate func nextToken() throws(ReadingFault) -> ScannedToken? {
    var token = yaml_token_t()
    guard yaml_parser_scan(parser, &token) == 1 else { throw fault }
    defer { yaml_token_delete(&token) }
    if token.type == YAML_STREAM_END_TOKEN || token.type == YAML_NO_TOKEN { return nil }
    guard let kind = YAMLToken.Kind(token) else { return ScannedToken(known: nil) }
    let start = offsets[token.start_mark.index]
    let end = max(start, offsets[token.end_mark.index])
    return ScannedToken(known: YAMLToken(kind: kind, bytes: start..<end))
  }
}

extension YAMLToken.Kind {
  fileprivate init?(_ token: yaml_token_t) {
    switch token.type {
    case YAML_BLOCK_SEQUENCE_START_TOKEN: self = .blockSequenceStart
    case YAML_BLOCK_MAPPING_START_TOKEN: self = .blockMappingStart
    case YAML_BLOCK_END_TOKEN: self = .blockEnd
    case YAML_FLOW_SEQUENCE_START_TOKEN: self = .flowSequenceStart
    case YAML_FLOW_SEQUENCE_END_TOKEN: self = .flowSequenceEnd
    case YAML_FLOW_MAPPING_START_TOKEN: self = .flowMappingStart
    case YAML_FLOW_MAPPING_END_TOKEN: self = .flowMappingEnd
    case YAML_BLOCK_ENTRY_TOKEN: self = .blockEntry
    case YAML_FLOW_ENTRY_TOKEN: self = .flowEntry
    case YAML_KEY_TOKEN: self = .key
    case YAML_VALUE_TOKEN: self = .value
    case YAML_ALIAS_TOKEN: self = .alias
    case YAML_ANCHOR_TOKEN, YAML_TAG_TOKEN: self = .property
    case YAML_SCALAR_TOKEN: self.init(scalar: token.data.scalar.style)
    case YAML_DOCUMENT_START_TOKEN, YAML_DOCUMENT_END_TOKEN, YAML_VERSION_DIRECTIVE_TOKEN,
      YAML_TAG_DIRECTIVE_TOKEN:
      self = .marker
    default: return nil
    }
  }

  private init(scalar style: yaml_scalar_style_t) {
    let isBlock = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
    self = isBlock ? .blockScalar : .scalar
  }
}

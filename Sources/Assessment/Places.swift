import Diagnostics

/// Where things stand in the files: the part that changes when files or rows are reordered.
package struct Places: Sendable, Codable, Hashable {
  /// A file and a line of it.
  package struct Place: Sendable, Codable, Hashable {
    /// The path, relative to the exports folder.
    package let file: String
    /// The 1-based line on which the record starts.
    package let line: Int

    /// A place from its parts.
    package init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// One thing wrong with a cell, a record or a file.
  package struct Defect: Sendable, Codable, Hashable {
    /// The kinds that say how a file was read: nothing is wrong with its records, and they are not counted.
    package static let remarkKinds = [
      "encoding", "ignored-sheet", "hidden-rows", "other-row", "titles", "notation",
    ]

    /// The kind, as in `DefectCount`.
    package let kind: String
    /// The diagnostic code, or `nil` for a check of the dataset.
    package let code: String?
    /// The dataset, where known.
    package let dataset: String?
    /// The file.
    package let file: String
    /// The 1-based line on which the record starts.
    package let line: Int?
    /// The 1-based number of the field in the record.
    package let field: Int?
    /// The id of the column.
    package let column: String?
    /// The key of the record.
    package let key: String?
    /// What stands in the cell; `nil` for personal columns.
    package let value: String?
    /// In a sentence.
    package let message: Text
    /// What to do about it, for what is wrong with a whole file.
    package let hint: Text?

    /// A defect from its parts.
    package init(
      kind: String, code: String?, dataset: String?, file: String, line: Int?, field: Int?,
      column: String?, key: String?, value: String?, message: Text, hint: Text? = nil
    ) {
      self.kind = kind
      self.code = code
      self.dataset = dataset
      self.file = file
      self.line = line
      self.field = field
      self.column = column
      self.key = key
      self.value = value
      self.message = message
      self.hint = hint
    }
  }

  /// Place of each record named in a verdict: dataset, then key.
  package var records: [String: [String: Place]]
  /// Every defect with its place.
  package var defects: [Defect]

  /// Places from their parts.
  package init(records: [String: [String: Place]], defects: [Defect]) {
    self.records = records
    self.defects = defects
  }
}

/// What the assessment was made from.
package struct Manifest: Sendable, Codable, Hashable {
  /// What a file was written in that is no UTF-8.
  package struct Encoding: Sendable, Codable, Hashable {
    /// Its name for people.
    package let name: String
    /// Why it was read so.
    package let reason: Text

    /// An encoding from its parts.
    package init(name: String, reason: Text) { (self.name, self.reason) = (name, reason) }
  }

  /// A file that was read.
  package struct Input: Sendable, Codable, Hashable {
    /// `rules`, `lock`, `exports` or `prior` (earlier assessments).
    package let role: String
    /// The path as given.
    package let path: String
    /// SHA-256 of its bytes, in hexadecimal.
    package let sha256: String
    /// When its system wrote it, ISO 8601, for exports.
    package let snapshot: String?
    /// How many records it gave, for exports.
    package let records: Int?
    /// What it was written in, for exports that are no UTF-8.
    package let encoding: Encoding?

    /// An input from its parts.
    package init(
      role: String, path: String, sha256: String, snapshot: String? = nil, records: Int? = nil,
      encoding: Encoding? = nil
    ) {
      self.role = role
      self.path = path
      self.sha256 = sha256
      self.snapshot = snapshot
      self.records = records
      self.encoding = encoding
    }
  }

  /// The version of the tool.
  package var tool: String
  /// Every file, by role then path.
  package var inputs: [Input]
  /// What the command line or workspace asked for, by name.
  package var options: [String: String]

  /// A manifest from its parts.
  package init(tool: String, inputs: [Input], options: [String: String]) {
    self.tool = tool
    self.inputs = inputs
    self.options = options
  }

  /// Adds files that the caller read, each in its place.
  package mutating func add(_ inputs: [Input]) {
    self.inputs = (self.inputs + inputs).sorted { ($0.role, $0.path) < ($1.role, $1.path) }
  }
}

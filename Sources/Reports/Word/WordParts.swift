import Diagnostics

/// The parts of a DOCX file that say nothing of its content.
enum WordParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let contentTypes = """
    \(head)<Types xmlns="\(package)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
    <Override PartName="/word/header1.xml" ContentType="\(word).header+xml"/>\
    <Override PartName="/word/header2.xml" ContentType="\(word).header+xml"/>\
    </Types>
    """

  static let packageRelations = """
    \(head)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="document" Type="\(office)/officeDocument" Target="word/document.xml"/>\
    </Relationships>
    """

  static let documentRelations = """
    \(head)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="styles" Type="\(office)/styles" Target="styles.xml"/>\
    <Relationship Id="first" Type="\(office)/header" Target="header1.xml"/>\
    <Relationship Id="other" Type="\(office)/header" Target="header2.xml"/>\
    </Relationships>
    """

  /// Times New Roman at 13 points, as administrative documents are set (Nghị định 30/2020/NĐ-CP, phụ lục I).
  static func styles(_ language: Language) -> String {
    let locale = language == .vi ? "vi-VN" : "en-GB"
    return """
      \(head)<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:docDefaults><w:rPrDefault><w:rPr>\(font)\
      <w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="\(locale)"/>\
      </w:rPr></w:rPrDefault></w:docDefaults>\
      \(style("Normal", "<w:spacing w:after=\"120\"/><w:jc w:val=\"both\"/>", isDefault: true))\
      \(style("Heading1", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/>", name: "heading 1"))\
      \(style("Heading2", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/><w:i/>", name: "heading 2"))\
      \(style("Title", "<w:spacing w:before=\"240\" w:after=\"120\"/><w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"28\"/>"))\
      \(style("Centred", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>"))\
      \(style("Around", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:sz w:val=\"24\"/>"))\
      \(style("Item", "<w:spacing w:after=\"60\"/><w:ind w:left=\"567\" w:hanging=\"283\"/><w:jc w:val=\"both\"/>"))\
      \(style("Cell", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "<w:sz w:val=\"22\"/>"))\
      <w:style w:type="table" w:styleId="Lines"><w:name w:val="Lines"/><w:tblPr><w:tblBorders>\
      \(["top", "left", "bottom", "right", "insideH", "insideV"].map(border).joined())\
      </w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>\
      </w:tblPr></w:style></w:styles>
      """
  }

  private static let font =
    "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"

  private static func style(
    _ id: String, _ paragraph: String, _ run: String = "", name: String? = nil,
    isDefault: Bool = false
  ) -> String {
    """
    <w:style w:type="paragraph"\(isDefault ? " w:default=\"1\"" : "") w:styleId="\(id)">\
    <w:name w:val="\(name ?? id)"/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(font)\(run)</w:rPr></w:style>
    """
  }

  private static func border(_ side: String) -> String {
    "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
  }
}

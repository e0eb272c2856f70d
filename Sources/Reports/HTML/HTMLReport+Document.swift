import Assessment
import Diagnostics

/// What makes the page an administrative document on paper (Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I);
/// on the screen it is not shown.
extension HTMLReport {
  private var letterhead: Letterhead { content.letterhead }

  /// Authority, country and motto, number, place and day, kind and subject.
  func documentHead(_ page: inout HTML) {
    page.element("div", ["class": "paper document-head"]) { page in
      officialHead(&page, number: letterhead.number ?? word("document.number.blank"))
      page.element("p", ["class": "kind"], text: word("document.kind"))
      let subject = assessment.only == .data ? "document.subject.data" : "document.subject"
      page.element("p", ["class": "subject"], text: word(subject, period))
    }
  }

  /// The two columns at the top of a document.
  func officialHead(_ page: inout HTML, number: String) {
    page.element("div", ["class": "official-head"]) { page in
      page.element("div") { page in
        page.element("p", text: letterhead.superior ?? word("document.superior.blank"))
        page.element("p", ["class": "issuer"]) { page in
          page.element("b", text: letterhead.issuer ?? word("document.issuer.blank"))
        }
        page.element("p", ["class": "number"], text: word("document.number", number))
      }
      page.element("div") { page in
        page.element("p", ["class": "country"]) { $0.element("b", text: word("document.country")) }
        page.element("p", ["class": "motto"]) { $0.element("b", text: word("document.motto")) }
        page.element("p", ["class": "date"]) { $0.element("i", text: document.dateLine) }
      }
    }
  }

  // MARK: - Body

  /// What stands before the results: the basis, the period, the sources.
  func opening(_ page: inout HTML) {
    page.element("div", ["class": "paper body"]) { page in
      page.element("h2", text: word("document.basis"))
      page.element("ul") { page in
        for directive in assessment.directives {
          page.element("li", text: document.basis(directive))
        }
      }
      page.element("h2", text: word("document.scope"))
      for line in document.scope { page.element("p", text: line) }
      page.element("h2", text: word("document.results"))
    }
  }

  /// What stands after the results: what is wrong, what is proposed, who signs, who gets it.
  func closing(_ page: inout HTML) {
    page.element("div", ["class": "paper body"]) { page in
      page.element("h2", text: word("document.shortcomings"))
      for line in document.shortcomings { page.element("p", text: line) }
      page.element("h2", text: word("document.proposals"))
      for (number, line) in document.proposals.enumerated() {
        page.element("p", text: "\(number + 1). \(line)")
      }
      page.element("p", text: word("document.end"))
      signature(&page)
    }
  }

  /// Recipients on the left, the signature and the seal on the right.
  func signature(_ page: inout HTML) {
    page.element("div", ["class": "signature"]) { page in
      page.element("div", ["class": "recipients"]) { page in
        page.element("p") { $0.element("b", text: word("document.recipients")) }
        for recipient in document.recipients { page.element("p", text: "- " + recipient) }
      }
      page.element("div", ["class": "signer"]) { page in
        page.element("p") {
          $0.element("b", text: letterhead.post ?? word("document.post.blank"))
        }
        page.element("p", ["class": "seal"], text: word("document.seal"))
        page.element("p") { $0.element("b", text: letterhead.signer ?? " ") }
      }
    }
  }
}

import TestSupport
import Testing

@testable import Workshop

/// One signature of a library function, with what it does.
struct Overload: Sendable {
  let name: String
}

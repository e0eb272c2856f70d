/// What rule authors work with: lint, cases and coverage, explanations, stubs.
enum Workshop {}

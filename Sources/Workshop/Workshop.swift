/// What rule authors work with: lint, cases and coverage, explanations, trial computations, stubs.
enum Workshop {}

"""Repeatable chance: the same numbers on every machine and every version of Python."""

MASK = (1 << 64) - 1


class Chance:
    """SplitMix64 (Steele, Lea, Flood 2014), seeded by a text."""

    def __init__(self, seed):
        self.state = 0xCBF29CE484222325
        for byte in seed.encode():  # FNV-1a
            self.state = ((self.state ^ byte) * 0x100000001B3) & MASK

    def _next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        """An integer from 0 to n - 1."""
        return self._next() % n

    def between(self, low, high):
        """An integer from low to high, both included."""
        return low + self.below(high - low + 1)

    def percent(self, p):
        """True p times in a hundred."""
        return self.below(100) < p

    def one_of(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items

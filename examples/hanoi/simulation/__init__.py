"""The simulated month of Hà Nội: who, what they handed in, what was planted, what must be found."""

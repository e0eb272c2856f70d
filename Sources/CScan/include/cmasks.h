#ifndef CMASKS_H
#define CMASKS_H

#include <stddef.h>
#include <stdint.h>

/// Masks over numbers: a bit for each of them, sixty-four in a word. Bits behind the last number are zero.

/// Where numbers are less than those beside them.
void cmasks_less(const int64_t *left, const int64_t *right, size_t count, uint64_t *bits);

/// Where numbers are equal to those beside them.
void cmasks_equal(const int64_t *left, const int64_t *right, size_t count, uint64_t *bits);

/// Where numbers are less than a limit.
void cmasks_less_than(const int64_t *numbers, int64_t limit, size_t count, uint64_t *bits);

/// Where numbers are greater than a limit.
void cmasks_greater_than(const int64_t *numbers, int64_t limit, size_t count, uint64_t *bits);

/// Where numbers are equal to one.
void cmasks_equal_to(const int64_t *numbers, int64_t one, size_t count, uint64_t *bits);

/// Looks up a byte for each of some numbers: its lowest bit goes to `low`, the next to `high`.
void cmasks_look_up(
    const uint8_t *bytes, const int64_t *numbers, size_t count, uint64_t *low, uint64_t *high);

/// Adds one to the counts of the places of those of sixty-four records whose bits are set.
void cmasks_count(uint32_t *counts, const int32_t *places, uint64_t records);

/// The same where places are so many that their counts do not stay near the processor: bytes take up a quarter
/// of the room.
/// - Parameters:
///   - bytes: what is added first.
///   - counts: receives what a byte does not hold, which then is zero again.
void cmasks_count_far(
    uint8_t *bytes, uint32_t *counts, const int32_t *places, uint64_t records);

/// Sets the marks of the places of those of sixty-four records whose bits are set.
void cmasks_mark(uint8_t *marks, const int32_t *places, uint64_t records);

#endif

#ifndef CGROUPS_H
#define CGROUPS_H

#include <stddef.h>
#include <stdint.h>

/// The different combinations of a place, a code and a value, by their numbers from 1 on, and an open-addressing
/// table to find them by.
typedef struct {
  /// Each the number of a combination, 0 for none; the bits that no number needs are some of its hash.
  const uint32_t *slots;
  /// How many slots there are, a power of two, less one.
  size_t mask;
  /// The bits of a slot that are a number.
  uint32_t number_mask;
  /// Place and code of each combination; number 0 is of no record. NULL while only the grid knows them.
  const uint64_t *heads;
  /// Their values; NULL where values tell nothing apart.
  const int64_t *values;
  /// For the lowest places and codes the number of a combination, 0 for none: a row of `1 << code_bits` codes for
  /// each of `rows` places. Where a combination has a value it may be another of the same place and code.
  const uint32_t *grid;
  size_t rows;
  unsigned code_bits;
} cgroups_table;

/// Place and code as one; a code is less than 2^32.
static inline uint64_t cgroups_head(int32_t place, int64_t code) {
  return (uint64_t)(uint32_t)place << 32 | (uint32_t)code;
}

/// Spreads a combination; where it is looked for first are the lowest bits.
static inline uint64_t cgroups_hash(uint64_t head, int64_t value) {
  uint64_t mixed = head * 0x9E3779B97F4A7C15ULL ^ (uint64_t)value * 0xD6E8FEB86659FD93ULL;
  return mixed >> 32 ^ mixed << 20;
}

/// The bits of a slot that are not a number.
static inline uint32_t cgroups_tag(uint64_t hash, uint32_t number_mask) {
  return (uint32_t)(hash >> 32) & ~number_mask;
}

/// The number of a combination, wherever it stands; 0 where there is none. `slot` receives where it stands, or
/// where it can be put.
uint32_t cgroups_number(cgroups_table table, uint64_t head, int64_t value, size_t *slot);

/// Looks for sixty-four combinations together: while one waits for memory the others go on.
/// - Parameters:
///   - values: NULL where the table has none.
///   - numbers: receives their numbers less one.
/// - Returns: those that are not near where they are looked for first.
uint64_t cgroups_find(
    const cgroups_table *table, const int32_t *places, const int64_t *codes, const int64_t *values,
    int32_t *numbers);

#endif

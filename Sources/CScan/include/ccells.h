#ifndef CCELLS_H
#define CCELLS_H

#include <stddef.h>
#include <stdint.h>

/// One field of consecutive records. Sixty-four bytes behind the last cell can be read.
typedef struct {
  const uint8_t *bytes;
  /// For each record an index in the next two.
  const uint32_t *bases;
  /// The offset of the byte before a cell.
  const uint32_t *before;
  /// The offset of the byte after it.
  const uint32_t *end;
  size_t count;
} ccells_field;

/// Where cells go.
typedef struct {
  int64_t *values;
  /// A bit for each value; those from `first` on are written.
  uint64_t *present;
  /// The row of the first record.
  size_t first;
  /// Receives the numbers of records whose cell is for a slower reader to say.
  int32_t *doubts;
} ccells_space;

/// How dates and times are written.
typedef struct {
  /// Not 0 for `02/09/2025`, 0 for `2025-09-02`.
  int is_slashed;
  /// What may stand between date and time.
  uint8_t separators[2];
  /// Not 0 where `10:00` is a time.
  int takes_minutes;
  /// Not 0 where `10:00:00` is one.
  int takes_seconds;
  /// For each day of the years 1900 to 2155, sixteen months of 32 days each, one more than its first
  /// microsecond; 0 where that is not known.
  const int64_t *days;
  /// The greatest value allowed.
  int64_t latest;
} ccells_times;

/// Reads timestamps; returns how many cells are in doubt. Needs AVX2.
size_t ccells_read_times(ccells_field field, ccells_times times, ccells_space space);

/// Reads numbers of up to sixteen digits, times `factor` (those of more than eight digits only when that
/// is 1), from `least` to `most`; returns how many cells are in doubt. Needs AVX2.
size_t ccells_read_numbers(
    ccells_field field, int64_t factor, int64_t least, int64_t most, ccells_space space);

#endif

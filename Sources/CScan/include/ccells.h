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

/// Cells of up to so many words stand in their entries.
#define CCELLS_WORDS 6
/// The bytes of these.
#define CCELLS_SHORT 48
/// Longer cells are never known.
#define CCELLS_LONGEST 256
/// The bits of a slot that are an entry's number; the others are bits of its hash.
#define CCELLS_NUMBER_BITS 17

/// A cell that was met before; it takes the place of what memory brings at once.
typedef struct {
  /// A short cell's bytes, zeros behind them; of a longer one, the first is where it stands in the store.
  uint64_t text[CCELLS_WORDS];
  /// 0 where there is none.
  int64_t value;
  uint32_t length;
  /// 1 where there is a value.
  uint8_t is_sure;
  /// 1 where there is neither a value nor nothing: what is wrong with it is for its owner to know.
  uint8_t is_doubtful;
  uint16_t flaw;
} ccells_entry;

/// The cells that were met before: an open-addressing table of numbers of entries.
typedef struct {
  /// Entries' numbers with the highest bits of their hashes; 0 where there is none.
  const uint32_t *slots;
  /// How many slots there are, a power of two, less one.
  size_t mask;
  /// The first, number 0, is that of all unknown cells, which are in doubt.
  const ccells_entry *entries;
  /// How many entries there are besides it.
  size_t count;
  /// How many bytes the longest of them has.
  size_t longest;
  /// The bytes of longer cells.
  const uint8_t *store;
} ccells_known;

/// The hash of a cell of at most `CCELLS_LONGEST` bytes. Sixty-four bytes can be read.
uint64_t ccells_hash(const uint8_t *cell, size_t length);

/// An entry with the text and length of a cell; `text` is for its owner to set where the cell is longer than
/// `CCELLS_SHORT`. Sixty-four bytes can be read.
ccells_entry ccells_entry_of(const uint8_t *cell, size_t length);

/// What a slot holds of a hash.
uint32_t ccells_tag(uint64_t hash);

/// The number of a cell's entry; 0 where there is none.
uint32_t ccells_number_of(ccells_known known, const uint8_t *cell, size_t length);

/// Reads cells that were met before; returns how many are in doubt.
size_t ccells_read_known(
    ccells_field field, ccells_known known, ccells_space space);

#endif

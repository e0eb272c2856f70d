#include "ccells.h"

#include <string.h>

#define INLINE static inline __attribute__((always_inline))

/// What cells were read so far.
typedef struct {
  ccells_space space;
  size_t doubts;
  /// The bits of the word of `space.present` that is being filled.
  uint64_t bits;
} cell_writer;

INLINE cell_writer begin_cells(ccells_space space) {
  uint64_t before = ((uint64_t)1 << (space.first & 63)) - 1;
  return (cell_writer){space, 0, space.present[space.first >> 6] & before};
}

/// Writes a value if `is_sure`, nothing if `is_empty`, else a doubt; the value of what is not sure is 0.
INLINE void write_cell(
    cell_writer *writer, size_t index, int64_t value, uint64_t is_sure, uint64_t is_empty) {
  size_t row = writer->space.first + index;
  writer->space.values[row] = value;
  writer->bits |= is_sure << (row & 63);
  writer->space.doubts[writer->doubts] = (int32_t)index;
  writer->doubts += (is_sure | is_empty) ^ 1;
  if ((row & 63) == 63) {
    writer->space.present[row >> 6] = writer->bits;
    writer->bits = 0;
  }
}

INLINE size_t end_cells(cell_writer *writer, size_t count) {
  size_t row = writer->space.first + count;
  if (row & 63) writer->space.present[row >> 6] = writer->bits;
  return writer->doubts;
}

// MARK: - Known cells

INLINE uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

/// Spreads by multiplication; guards against nobody.
INLINE uint64_t mix(uint64_t left, uint64_t right) {
  unsigned __int128 product = (unsigned __int128)left * right;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

static const uint64_t first_seed = 0x9E3779B97F4A7C15ULL;
static const uint64_t second_seed = 0xD6E8FEB86659FD93ULL;

/// Read from sixteen less `n` on: `n` bytes of ones, then zeros.
static const uint8_t masks[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
                                  255, 255, 255, 255, 255, 0,   0,   0,   0,   0,   0,
                                  0,   0,   0,   0,   0,   0,   0,   0,   0,   0};

INLINE ccells_key short_key(const uint8_t *cell, size_t length) {
  const uint8_t *mask = masks + CCELLS_SHORT - length;
  uint64_t first = word_at(cell) & word_at(mask);
  uint64_t second = word_at(cell + 8) & word_at(mask + 8);
  return (ccells_key){first, second, mix(first ^ first_seed, second ^ second_seed) + length};
}

/// Longer cells up to this length are seen whole through three windows of sixteen bytes: at the beginning,
/// at the end, and between.
#define MIDDLING 48

INLINE size_t middle_of(size_t length) { return length < 32 ? length - 16 : 16; }

INLINE ccells_key long_key(const uint8_t *cell, size_t length) {
  const uint8_t *middle = cell + middle_of(length), *last = cell + length - 16;
  uint64_t hash = mix(word_at(cell) ^ first_seed, word_at(cell + 8) ^ length);
  hash ^= mix(word_at(middle) ^ second_seed, word_at(middle + 8) ^ first_seed);
  hash += mix(word_at(last) ^ first_seed, word_at(last + 8) ^ second_seed);
  for (size_t i = 32; i + 16 < length; i += 16)
    hash = mix(word_at(cell + i) ^ first_seed, word_at(cell + i + 8) ^ hash);
  return (ccells_key){hash, 0, hash};
}

INLINE ccells_key key_of(const uint8_t *cell, size_t length) {
  return length <= CCELLS_SHORT ? short_key(cell, length) : long_key(cell, length);
}

INLINE uint32_t tag_of(uint64_t hash) {
  return (uint32_t)(hash >> 32) & (~0U << CCELLS_NUMBER_BITS);
}

/// The bits in which sixteen bytes differ.
INLINE uint64_t difference(const uint8_t *left, const uint8_t *right) {
  return (word_at(left) ^ word_at(right)) | (word_at(left + 8) ^ word_at(right + 8));
}

/// Zero where an entry is that of a cell of at most `MIDDLING` bytes; without a branch but for the length.
INLINE uint64_t mismatch(
    const uint8_t *store, const ccells_entry *entry, ccells_key key, const uint8_t *cell,
    size_t length) {
  uint64_t found = (entry->first ^ key.first) | (entry->length ^ length);
  if (length <= CCELLS_SHORT) return found | (entry->second ^ key.second);
  // Whatever the entry is, so many bytes of the store can be read where it begins.
  const uint8_t *own = store + (entry->second & -(uint64_t)(entry->length > CCELLS_SHORT));
  size_t middle = middle_of(length), last = length - 16;
  return found | difference(own, cell) | difference(own + middle, cell + middle)
         | difference(own + last, cell + last);
}

INLINE int is_entry(
    const uint8_t *store, const ccells_entry *entry, ccells_key key, const uint8_t *cell,
    size_t length) {
  if (length <= MIDDLING) return mismatch(store, entry, key, cell, length) == 0;
  return entry->first == key.first && entry->length == length
         && memcmp(store + entry->second, cell, length) == 0;
}

INLINE uint32_t number_in(uint32_t slot) { return slot & ((1U << CCELLS_NUMBER_BITS) - 1); }

/// The number of a cell's entry, wherever it stands; 0 where there is none.
static __attribute__((noinline)) uint32_t number_of(
    const ccells_known *known, const uint8_t *cell, size_t length) {
  if (length > CCELLS_LONGEST) return 0;
  ccells_key key = key_of(cell, length);
  uint32_t tag = tag_of(key.hash);
  for (size_t place = key.hash & known->mask; known->slots[place];
       place = (place + 1) & known->mask) {
    uint32_t number = known->slots[place] ^ tag;
    if (number >> CCELLS_NUMBER_BITS) continue;
    if (is_entry(known->store, known->entries + number, key, cell, length)) return number;
  }
  return 0;
}

ccells_key ccells_key_of(const uint8_t *cell, size_t length) { return key_of(cell, length); }

uint32_t ccells_tag(uint64_t hash) { return tag_of(hash); }

uint32_t ccells_number_of(ccells_known known, const uint8_t *cell, size_t length) {
  return number_of(&known, cell, length);
}

/// The bytes of a cell as it stands in the file, and what is looked for.
typedef struct {
  const uint8_t *text;
  size_t length;
  ccells_key key;
} sought_cell;

INLINE sought_cell sought_at(ccells_field field, size_t index) {
  uint32_t base = field.bases[index];
  uint32_t start = field.before[base] + 1;
  const uint8_t *text = field.bytes + start;
  size_t length = field.end[base] - start;
  return (sought_cell){
      text, length, length <= MIDDLING ? key_of(text, length) : (ccells_key){0, 0, 0}};
}

INLINE const ccells_entry *likely_entry(const ccells_known *known, const sought_cell *cell) {
  return known->entries + number_in(known->slots[cell->key.hash & known->mask]);
}

/// Writes what a cell was read as. Nearly always it is the likely entry: that costs no branch that is
/// guessed wrong.
INLINE void write_known(
    cell_writer *writer, const ccells_known *known, size_t index, const sought_cell *cell,
    const ccells_entry *entry) {
  if (cell->length > MIDDLING || mismatch(known->store, entry, cell->key, cell->text, cell->length))
    entry = known->entries + number_of(known, cell->text, cell->length);
  write_cell(
      writer, index, entry->value, entry->state == CCELLS_VALUE, entry->state == CCELLS_EMPTY);
}

/// Reads cells of which few are known: what is known stays near the processor.
static size_t read_few(ccells_field field, ccells_known known, ccells_space space) {
  cell_writer writer = begin_cells(space);
  for (size_t i = 0; i < field.count; i++) {
    sought_cell cell = sought_at(field, i);
    write_known(&writer, &known, i, &cell, likely_entry(&known, &cell));
  }
  return end_cells(&writer, field.count);
}

/// So many cells are looked for together: while one waits for memory the others go on.
#define GROUP 32

static size_t read_many(ccells_field field, ccells_known known, ccells_space space) {
  sought_cell cells[GROUP];
  const ccells_entry *entries[GROUP];
  cell_writer writer = begin_cells(space);
  for (size_t first = 0; first < field.count; first += GROUP) {
    size_t count = field.count - first < GROUP ? field.count - first : GROUP;
    for (size_t i = 0; i < count; i++) {
      cells[i] = sought_at(field, first + i);
      __builtin_prefetch(known.slots + (cells[i].key.hash & known.mask));
    }
    for (size_t i = 0; i < count; i++) {
      entries[i] = likely_entry(&known, &cells[i]);
      __builtin_prefetch(entries[i]);
    }
    for (size_t i = 0; i < count; i++)
      __builtin_prefetch(known.store + (entries[i]->length > CCELLS_SHORT ? entries[i]->second : 0));
    for (size_t i = 0; i < count; i++)
      write_known(&writer, &known, first + i, &cells[i], entries[i]);
  }
  return end_cells(&writer, field.count);
}

size_t ccells_read_known(ccells_field field, ccells_known known, ccells_space space) {
  return known.mask < 2048 ? read_few(field, known, space) : read_many(field, known, space);
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

/// A cell without the quotation marks around it. Mostly all cells of a column have them or none has:
/// a branch that is guessed right lets the next cell begin before this one is done.
typedef struct {
  const uint8_t *text;
  size_t length;
} cell;

INLINE cell cell_at(ccells_field field, size_t index) {
  uint32_t base = field.bases[index];
  uint32_t start = field.before[base] + 1;
  size_t length = field.end[base] - start;
  const uint8_t *text = field.bytes + start;
  if (__builtin_expect_with_probability(*text == '"', 0, 0.99) && length > 1)
    return (cell){text + 1, length - 2};
  return (cell){text, length};
}

AVX2 INLINE uint64_t is_zero(__m128i bits) { return (uint64_t)_mm_testz_si128(bits, bits); }

// MARK: - Times

/// Where digits stand in the sixteen bytes of a date, a blank, hours and minutes, and what else does.
typedef struct {
  /// Brings them into the order year, month, day, hour, minute.
  __m128i order;
  /// The other bytes but the separator.
  __m128i marks;
  /// All ones there.
  __m128i mark_mask;
} time_shape;

AVX2 INLINE time_shape shape_of(int is_slashed) {
  time_shape dashed = {
      _mm_setr_epi8(0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, -1, -1, -1, -1),
      _mm_setr_epi8(0, 0, 0, 0, '-', 0, 0, '-', 0, 0, 0, 0, 0, ':', 0, 0),
      _mm_setr_epi8(0, 0, 0, 0, -1, 0, 0, -1, 0, 0, 0, 0, 0, -1, 0, 0)};
  time_shape slashed = {
      _mm_setr_epi8(6, 7, 8, 9, 3, 4, 0, 1, 11, 12, 14, 15, -1, -1, -1, -1),
      _mm_setr_epi8(0, 0, '/', 0, 0, '/', 0, 0, 0, 0, 0, 0, 0, ':', 0, 0),
      _mm_setr_epi8(0, 0, -1, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, -1, 0, 0)};
  return is_slashed ? slashed : dashed;
}

AVX2 size_t ccells_read_times(ccells_field field, ccells_times times, ccells_space space) {
  const time_shape shape = shape_of(times.is_slashed);
  const __m128i zeros = _mm_set1_epi8('0'), nines = _mm_set1_epi8(9);
  const __m128i tens = _mm_set1_epi16(0x010A);
  const __m128i most = _mm_setr_epi16(99, 99, 15, 31, 23, 59, 59, 0);
  const __m128i weights = _mm_setr_epi16(100, 1, 32, 1, 3600, 60, 1, 0);
  cell_writer writer = begin_cells(space);
  for (size_t i = 0; i < field.count; i++) {
    cell cell = cell_at(field, i);
    uint64_t is_long = cell.length == 19;
    uint16_t last;
    memcpy(&last, cell.text + 17, 2);
    uint32_t seconds = is_long ? last ^ 0x3030u : 0;
    __m128i text = _mm_loadu_si128((const __m128i *)cell.text);
    __m128i marks = _mm_and_si128(_mm_xor_si128(text, shape.marks), shape.mark_mask);
    __m128i digits = _mm_shuffle_epi8(_mm_xor_si128(text, zeros), shape.order);
    digits = _mm_insert_epi16(digits, (int)seconds, 6);
    __m128i pairs = _mm_maddubs_epi16(digits, tens);
    __m128i flaws = _mm_or_si128(_mm_subs_epu8(digits, nines), _mm_cmpgt_epi16(pairs, most));
    __m128i sums = _mm_madd_epi16(pairs, weights);
    uint64_t days = (uint64_t)_mm_cvtsi128_si64(sums);
    uint64_t clock = (uint64_t)_mm_extract_epi64(sums, 1);
    uint32_t year = (uint32_t)days - 1900;
    int64_t day = times.days[(year & 0xFF) << 9 | (uint32_t)(days >> 32 & 0x1FF)];
    int64_t second = (int64_t)((clock & 0xFFFFFFFF) + (clock >> 32));
    int64_t value = day - 1 + second * 1000000;
    uint8_t separator = cell.text[10];
    uint64_t is_separated = (uint64_t)(separator == times.separators[0])
                            | (uint64_t)(separator == times.separators[1]);
    uint64_t is_length =
        (is_long & (uint64_t)(cell.text[16] == ':') & (uint64_t)(times.takes_seconds != 0))
        | ((uint64_t)(cell.length == 16) & (uint64_t)(times.takes_minutes != 0));
    uint64_t is_sure = is_length & is_separated & is_zero(_mm_or_si128(flaws, marks))
                       & (uint64_t)(year < 256) & (uint64_t)(day != 0)
                       & (uint64_t)(value <= times.latest);
    write_cell(&writer, i, value & -(int64_t)is_sure, is_sure, cell.length == 0);
  }
  return end_cells(&writer, field.count);
}

// MARK: - Numbers

AVX2 size_t ccells_read_numbers(
    ccells_field field, int64_t factor, int64_t least, int64_t most, ccells_space space) {
  // Read from index `n` on: zeros, then the first `n` bytes of what is shuffled.
  static const int8_t orders[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
                                    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15};
  const __m128i zeros = _mm_set1_epi8('0'), nines = _mm_set1_epi8(9);
  const __m128i tens = _mm_set1_epi16(0x010A);
  const __m128i hundreds = _mm_set1_epi32(0x00010064), thousands = _mm_set1_epi32(0x00012710);
  const size_t longest = factor == 1 ? 16 : 8;
  cell_writer writer = begin_cells(space);
  for (size_t i = 0; i < field.count; i++) {
    cell cell = cell_at(field, i);
    __m128i text = _mm_loadu_si128((const __m128i *)cell.text);
    __m128i order = _mm_loadu_si128((const __m128i *)(orders + (cell.length & 15)));
    order = cell.length == 16 ? _mm_loadu_si128((const __m128i *)(orders + 16)) : order;
    __m128i digits = _mm_shuffle_epi8(_mm_xor_si128(text, zeros), order);
    __m128i pairs = _mm_maddubs_epi16(digits, tens);
    __m128i fours = _mm_madd_epi16(pairs, hundreds);
    __m128i eights = _mm_madd_epi16(_mm_packus_epi32(fours, fours), thousands);
    uint64_t halves = (uint64_t)_mm_cvtsi128_si64(eights);
    uint64_t whole = (halves & 0xFFFFFFFF) * 100000000 + (halves >> 32);
    int64_t value = (int64_t)(whole * (uint64_t)factor);
    uint64_t is_sure = (uint64_t)(cell.length - 1 < longest) & is_zero(_mm_subs_epu8(digits, nines))
                       & (uint64_t)(value >= least) & (uint64_t)(value <= most);
    write_cell(&writer, i, value & -(int64_t)is_sure, is_sure, cell.length == 0);
  }
  return end_cells(&writer, field.count);
}

#else

size_t ccells_read_times(ccells_field field, ccells_times times, ccells_space space) {
  (void)field, (void)times, (void)space;
  return 0;
}

size_t ccells_read_numbers(
    ccells_field field, int64_t factor, int64_t least, int64_t most, ccells_space space) {
  (void)field, (void)factor, (void)least, (void)most, (void)space;
  return 0;
}

#endif

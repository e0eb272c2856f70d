#include "blocks.h"

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

/// The first sixteen bytes of a cell, zeros behind its end.
typedef struct {
  uint64_t first;
  uint64_t second;
} cell_head;

INLINE cell_head head_of(const uint8_t *cell, size_t length) {
  const uint8_t *mask = masks + CCELLS_SHORT - (length < CCELLS_SHORT ? length : CCELLS_SHORT);
  return (cell_head){word_at(cell) & word_at(mask), word_at(cell + 8) & word_at(mask + 8)};
}

INLINE ccells_key short_key(const uint8_t *cell, size_t length) {
  cell_head head = head_of(cell, length);
  uint64_t hash = mix(head.first ^ first_seed, head.second ^ second_seed) + length;
  return (ccells_key){head.first, head.second, hash};
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
  cell cell = cell_at(field, index);
  ccells_key key = {0, 0, 0};
  if (cell.length <= MIDDLING) key = key_of(cell.text, cell.length);
  return (sought_cell){cell.text, cell.length, key};
}

INLINE const ccells_entry *likely_entry(const ccells_known *known, const sought_cell *cell) {
  return known->entries + number_in(known->slots[cell->key.hash & known->mask]);
}

/// What a cell was read as. Nearly always it is the likely entry: that costs no branch that is guessed
/// wrong.
INLINE read_cell reading_of(
    const ccells_known *known, const sought_cell *cell, const ccells_entry *entry) {
  if (cell->length > MIDDLING || mismatch(known->store, entry, cell->key, cell->text, cell->length))
    entry = known->entries + number_of(known, cell->text, cell->length);
  return (read_cell){entry->value, entry->is_sure, entry->is_doubtful};
}

INLINE read_cell known_at(ccells_field field, size_t index, const ccells_known *known) {
  sought_cell cell = sought_at(field, index);
  return reading_of(known, &cell, likely_entry(known, &cell));
}

/// Reads cells of which few are known: what is known stays near the processor.
static size_t read_few(ccells_field field, ccells_known known, ccells_space space) {
  return READ_CELLS(field, space, known_at(field, i, &known));
}

/// Looks for the cells of a block together: while one waits for memory the others go on.
INLINE block_bits read_block(
    ccells_field field, const ccells_known *known, ccells_space space, cell_block block) {
  sought_cell cells[64];
  const ccells_entry *entries[64];
  size_t count = block.end - block.first;
  for (size_t i = 0; i < count; i++) {
    cells[i] = sought_at(field, block.first + i);
    __builtin_prefetch(known->slots + (cells[i].key.hash & known->mask));
  }
  for (size_t i = 0; i < count; i++) {
    entries[i] = likely_entry(known, &cells[i]);
    __builtin_prefetch(entries[i]);
  }
  for (size_t i = 0; i < count; i++)
    __builtin_prefetch(known->store + (entries[i]->length > CCELLS_SHORT ? entries[i]->second : 0));
  block_bits bits = bits_before(space, block);
  for (size_t i = 0; i < count; i++)
    write_cell(space, block, &bits, block.first + i, reading_of(known, &cells[i], entries[i]));
  return bits;
}

static size_t read_many(ccells_field field, ccells_known known, ccells_space space) {
  size_t doubts = 0;
  for (size_t next = 0; next < field.count;) {
    cell_block block = block_at(space, next, field.count);
    doubts = end_block(space, block, read_block(field, &known, space, block), doubts);
    next = block.end;
  }
  return doubts;
}

#if defined(__x86_64__)

/// So many short cells are compared at once.
#define FEWEST 8

/// What is known, side by side; behind it what is not, of a length that no cell has.
typedef struct {
  uint64_t first[FEWEST];
  uint64_t second[FEWEST];
  ccells_entry entries[FEWEST + 1];
} fewest_cells;

static int take_fewest(const ccells_known *known, fewest_cells *fewest) {
  if (known->count > FEWEST) return 0;
  memset(fewest, 0, sizeof *fewest);
  for (size_t i = known->count; i <= FEWEST; i++) fewest->entries[i].length = ~0U;
  for (size_t i = 0; i < known->count; i++) {
    const ccells_entry *entry = known->entries + i + 1;
    if (entry->length > CCELLS_SHORT) return 0;
    fewest->first[i] = entry->first;
    fewest->second[i] = entry->second;
    fewest->entries[i] = *entry;
  }
  return 1;
}

/// Compares a cell with all that is known.
AVX2 INLINE read_cell fewest_at(
    ccells_field field, size_t index, const fewest_cells *fewest, const ccells_known *known) {
  const __m256i *first = (const __m256i *)fewest->first, *second = (const __m256i *)fewest->second;
  cell cell = cell_at(field, index);
  cell_head head = head_of(cell.text, cell.length);
  __m256i one = _mm256_set1_epi64x((int64_t)head.first);
  __m256i two = _mm256_set1_epi64x((int64_t)head.second);
  __m256i low = _mm256_and_si256(
      _mm256_cmpeq_epi64(one, _mm256_loadu_si256(first)),
      _mm256_cmpeq_epi64(two, _mm256_loadu_si256(second)));
  __m256i high = _mm256_and_si256(
      _mm256_cmpeq_epi64(one, _mm256_loadu_si256(first + 1)),
      _mm256_cmpeq_epi64(two, _mm256_loadu_si256(second + 1)));
  int found = _mm256_movemask_pd(_mm256_castsi256_pd(low))
              | _mm256_movemask_pd(_mm256_castsi256_pd(high)) << 4 | 1 << FEWEST;
  const ccells_entry *entry = fewest->entries + __builtin_ctz((unsigned)found);
  if (entry->length != cell.length)
    entry = known->entries + number_of(known, cell.text, cell.length);
  return (read_cell){entry->value, entry->is_sure, entry->is_doubtful};
}

/// Reads cells of which very few are known and all are short, as truths and channels are.
AVX2 static size_t read_fewest(
    ccells_field field, const fewest_cells *fewest, const ccells_known *known,
    ccells_space space) {
  return READ_CELLS(field, space, fewest_at(field, i, fewest, known));
}

#endif

size_t ccells_read_known(
    ccells_field field, ccells_known known, int has_avx2, ccells_space space) {
#if defined(__x86_64__)
  fewest_cells fewest;
  if (has_avx2 && take_fewest(&known, &fewest)) return read_fewest(field, &fewest, &known, space);
#else
  (void)has_avx2;
#endif
  return known.mask < 2048 ? read_few(field, known, space) : read_many(field, known, space);
}

#include "blocks.h"

/// Spreads by multiplication; guards against nobody.
INLINE uint64_t mix(uint64_t left, uint64_t right) {
  unsigned __int128 product = (unsigned __int128)left * right;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

static const uint64_t seeds[CCELLS_WORDS] = {0x9E3779B97F4A7C15ULL, 0xD6E8FEB86659FD93ULL,
                                             0xA0761D6478BD642FULL, 0xE7037ED1A0B428DBULL,
                                             0x8EBC6AF09C88C6E3ULL, 0x589965CC75374CC3ULL};

/// Read from `CCELLS_SHORT` less `n` on: `n` bytes of ones, then zeros.
static const uint8_t masks[2 * CCELLS_SHORT] __attribute__((aligned(64))) = {
    [0 ... CCELLS_SHORT - 1] = 255};

INLINE const uint8_t *mask_of(size_t length) { return masks + CCELLS_SHORT - length; }

/// A word of a short cell, zeros behind its end.
INLINE uint64_t masked_word(const uint8_t *cell, const uint8_t *mask, size_t index) {
  return word_at(cell + 8 * index) & word_at(mask + 8 * index);
}

/// The hash of a cell of at most `words` words. However many that are, it is the same.
INLINE uint64_t short_hash(const uint8_t *cell, size_t length, size_t words) {
  const uint8_t *mask = mask_of(length);
  uint64_t hash = length;
  for (size_t i = 0; i < CCELLS_WORDS; i += 2) {
    uint64_t left = i < words ? masked_word(cell, mask, i) : 0;
    uint64_t right = i < words ? masked_word(cell, mask, i + 1) : 0;
    hash ^= mix(left ^ seeds[i], right ^ seeds[i + 1]);
  }
  return hash;
}

static uint64_t long_hash(const uint8_t *cell, size_t length) {
  uint64_t hash = length;
  for (size_t i = 0; i + 8 < length; i += 8) hash = mix(word_at(cell + i) ^ seeds[0], hash ^ seeds[1]);
  return mix(word_at(cell + length - 8) ^ seeds[2], hash ^ seeds[3]);
}

uint64_t ccells_hash(const uint8_t *cell, size_t length) {
  return length <= CCELLS_SHORT ? short_hash(cell, length, CCELLS_WORDS) : long_hash(cell, length);
}

ccells_entry ccells_entry_of(const uint8_t *cell, size_t length) {
  ccells_entry entry = {{0}, 0, (uint32_t)length, 0, 0, 0};
  if (length <= CCELLS_SHORT)
    for (size_t i = 0; i < CCELLS_WORDS; i++) entry.text[i] = masked_word(cell, mask_of(length), i);
  return entry;
}

uint32_t ccells_tag(uint64_t hash) {
  return (uint32_t)(hash >> 32) & (~0U << CCELLS_NUMBER_BITS);
}

/// Zero where an entry is that of a cell of at most `words` words; without a branch.
INLINE uint64_t mismatch(
    const ccells_entry *entry, const uint8_t *cell, size_t length, size_t words) {
  uint64_t found = entry->length ^ length;
  for (size_t i = 0; i < words; i++)
    found |= entry->text[i] ^ masked_word(cell, mask_of(length), i);
  return found;
}

static int is_entry(
    const ccells_known *known, const ccells_entry *entry, const uint8_t *cell, size_t length) {
  if (length <= CCELLS_SHORT) return mismatch(entry, cell, length, CCELLS_WORDS) == 0;
  return entry->length == length && memcmp(known->store + entry->text[0], cell, length) == 0;
}

/// The number of a cell's entry, wherever it stands; 0 where there is none.
static __attribute__((noinline)) uint32_t number_of(
    const ccells_known *known, const uint8_t *cell, size_t length) {
  if (length > CCELLS_LONGEST) return 0;
  uint64_t hash = ccells_hash(cell, length);
  uint32_t tag = ccells_tag(hash);
  for (size_t place = hash & known->mask; known->slots[place];
       place = (place + 1) & known->mask) {
    uint32_t number = known->slots[place] ^ tag;
    if (number >> CCELLS_NUMBER_BITS) continue;
    if (is_entry(known, known->entries + number, cell, length)) return number;
  }
  return 0;
}

uint32_t ccells_number_of(ccells_known known, const uint8_t *cell, size_t length) {
  return number_of(&known, cell, length);
}

/// The hash of a cell; of one that is too long anything.
INLINE uint64_t hash_at(ccells_field field, size_t index, size_t words) {
  cell cell = cell_at(field, index);
  return short_hash(cell.text, cell.length <= 8 * words ? cell.length : 0, words);
}

/// The entry that a cell most likely has: one of two slots, without a branch, for which it is cannot be
/// guessed.
INLINE const ccells_entry *likely_entry(const ccells_known *known, uint64_t hash) {
  uint32_t tag = ccells_tag(hash);
  uint32_t first = known->slots[hash & known->mask] ^ tag;
  uint32_t second = known->slots[(hash + 1) & known->mask] ^ tag;
  uint32_t number = second >> CCELLS_NUMBER_BITS ? 0 : second;
  return known->entries + (first >> CCELLS_NUMBER_BITS ? number : first);
}

/// What a cell was read as. Nearly always it is the likely entry: that costs no branch that is guessed wrong.
INLINE read_cell reading_of(
    ccells_field field, size_t index, const ccells_known *known, const ccells_entry *entry,
    size_t words) {
  cell cell = cell_at(field, index);
  if (cell.length > 8 * words || mismatch(entry, cell.text, cell.length, words))
    entry = known->entries + number_of(known, cell.text, cell.length);
  return (read_cell){entry->value, entry->is_sure, entry->is_doubtful};
}

INLINE read_cell known_at(
    ccells_field field, size_t index, const ccells_known *known, size_t words) {
  const ccells_entry *entry = likely_entry(known, hash_at(field, index, words));
  return reading_of(field, index, known, entry, words);
}

/// Reads cells of which few are known: what is known stays near the processor.
INLINE size_t read_few(
    ccells_field field, const ccells_known *known, ccells_space space, size_t words) {
  return READ_CELLS(field, space, known_at(field, i, known, words));
}

/// Looks for the cells of a block together: while one waits for memory the others go on.
INLINE block_bits read_block(
    ccells_field field, const ccells_known *known, ccells_space space, cell_block block,
    size_t words) {
  uint64_t hashes[64];
  const ccells_entry *entries[64];
  size_t count = block.end - block.first;
  for (size_t i = 0; i < count; i++) {
    hashes[i] = hash_at(field, block.first + i, words);
    __builtin_prefetch(known->slots + (hashes[i] & known->mask));
  }
  for (size_t i = 0; i < count; i++) {
    entries[i] = likely_entry(known, hashes[i]);
    __builtin_prefetch(entries[i]);
  }
  block_bits bits = bits_before(space, block);
  for (size_t i = 0; i < count; i++) {
    size_t index = block.first + i;
    write_cell(space, block, &bits, index, reading_of(field, index, known, entries[i], words));
  }
  return bits;
}

INLINE size_t read_many(
    ccells_field field, const ccells_known *known, ccells_space space, size_t words) {
  size_t doubts = 0;
  for (size_t next = 0; next < field.count;) {
    cell_block block = block_at(space, next, field.count);
    doubts = end_block(space, block, read_block(field, known, space, block, words), doubts);
    next = block.end;
  }
  return doubts;
}

INLINE size_t read_words(
    ccells_field field, const ccells_known *known, ccells_space space, size_t words) {
  if (known->mask < 2048) return read_few(field, known, space, words);
  return read_many(field, known, space, words);
}

/// So many short cells are told apart by a multiplication.
#define FEWEST 8
#define FEWEST_SLOTS 16
#define FEWEST_LENGTH 16

/// What is known, each in a slot of its own.
typedef struct {
  uint64_t factor;
  ccells_entry entries[FEWEST_SLOTS];
} fewest_cells;

INLINE size_t fewest_slot(uint64_t first, uint64_t second, uint64_t factor) {
  return (first ^ second << 1) * factor >> 60;
}

static int put_fewest(const ccells_known *known, fewest_cells *fewest) {
  for (size_t i = 0; i < FEWEST_SLOTS; i++) fewest->entries[i].length = ~0U;
  for (size_t i = 1; i <= known->count; i++) {
    const ccells_entry *entry = known->entries + i;
    ccells_entry *slot = fewest->entries + fewest_slot(entry->text[0], entry->text[1], fewest->factor);
    if (slot->length != ~0U) return 0;
    *slot = *entry;
  }
  return 1;
}

static int take_fewest(const ccells_known *known, fewest_cells *fewest) {
  if (known->count > FEWEST || known->longest > FEWEST_LENGTH) return 0;
  fewest->factor = seeds[0];
  for (int i = 0; i < 64; i++, fewest->factor = fewest->factor * seeds[1] | 1)
    if (put_fewest(known, fewest)) return 1;
  return 0;
}

/// Compares a cell with all that is known.
INLINE read_cell fewest_at(
    ccells_field field, size_t index, const fewest_cells *fewest, const ccells_known *known) {
  cell cell = cell_at(field, index);
  const uint8_t *mask = mask_of(cell.length < FEWEST_LENGTH ? cell.length : FEWEST_LENGTH);
  uint64_t first = masked_word(cell.text, mask, 0), second = masked_word(cell.text, mask, 1);
  const ccells_entry *entry = fewest->entries + fewest_slot(first, second, fewest->factor);
  if ((entry->text[0] ^ first) | (entry->text[1] ^ second) | (entry->length ^ cell.length))
    entry = known->entries + number_of(known, cell.text, cell.length);
  return (read_cell){entry->value, entry->is_sure, entry->is_doubtful};
}

/// Reads cells of which very few are known and all are short, as truths and channels are.
static size_t read_fewest(
    ccells_field field, const fewest_cells *fewest, const ccells_known *known,
    ccells_space space) {
  return READ_CELLS(field, space, fewest_at(field, i, fewest, known));
}

size_t ccells_read_known(
    ccells_field field, ccells_known known, ccells_space space) {
  fewest_cells fewest;
  if (take_fewest(&known, &fewest)) return read_fewest(field, &fewest, &known, space);
  if (known.longest <= 16) return read_words(field, &known, space, 2);
  if (known.longest <= 32) return read_words(field, &known, space, 4);
  return read_words(field, &known, space, CCELLS_WORDS);
}

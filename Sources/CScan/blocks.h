#ifndef BLOCKS_H
#define BLOCKS_H

#include "ccells.h"
#include "inline.h"

#include <string.h>

/// Writing cells into a column, sixty-four at a time: those whose bits stand in one word.

/// What a cell was read as: a value, nothing, or a doubt.
typedef struct {
  /// 0 where there is none.
  int64_t value;
  /// 1 where there is a value.
  uint64_t is_sure;
  /// 1 where a slower reader must say.
  uint64_t is_doubtful;
} read_cell;

INLINE read_cell surely(int64_t value, uint64_t is_sure, uint64_t is_empty) {
  return (read_cell){value & -(int64_t)is_sure, is_sure, (is_sure | is_empty) ^ 1};
}

/// Consecutive cells whose bits stand in one word.
typedef struct {
  /// The numbers of the first and of the one behind the last.
  size_t first, end;
  /// The bit of the first.
  size_t bit;
} cell_block;

INLINE cell_block block_at(ccells_space space, size_t first, size_t count) {
  size_t bit = (space.first + first) & 63;
  size_t left = 64 - bit;
  return (cell_block){first, count - first < left ? count : first + left, bit};
}

/// The bits of a block of which those of cells before it are known.
typedef struct {
  uint64_t present;
  uint64_t doubtful;
} block_bits;

INLINE block_bits bits_before(ccells_space space, cell_block block) {
  uint64_t before = ((uint64_t)1 << block.bit) - 1;
  return (block_bits){space.present[(space.first + block.first) >> 6] & before, 0};
}

INLINE void write_cell(
    ccells_space space, cell_block block, block_bits *bits, size_t index, read_cell cell) {
  size_t bit = block.bit + index - block.first;
  space.values[space.first + index] = cell.value;
  bits->present |= cell.is_sure << bit;
  bits->doubtful |= cell.is_doubtful << bit;
}

/// Writes the bits of a block; returns how many cells are in doubt, those before it included.
INLINE size_t end_block(
    ccells_space space, cell_block block, block_bits bits, size_t doubts) {
  space.present[(space.first + block.first) >> 6] = bits.present;
  for (uint64_t rest = bits.doubtful; rest; rest &= rest - 1)
    space.doubts[doubts++] = (int32_t)(block.first + (size_t)__builtin_ctzll(rest) - block.bit);
  return doubts;
}

INLINE uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

/// A cell as it stands in the file.
typedef struct {
  const uint8_t *text;
  size_t length;
} cell;

INLINE cell cell_at(ccells_field field, size_t index) {
  uint32_t base = field.bases[index];
  uint32_t start = field.before[base] + 1;
  return (cell){field.bytes + start, field.end[base] - start};
}

/// Whether a cell has no text at all. Many columns are nearly always blank, most others nearly never.
INLINE int is_blank(ccells_field field, size_t index) {
  uint32_t base = field.bases[index];
  return field.end[base] - field.before[base] == 1;
}

/// Reads all cells of a field, each by an expression of `i`, its number; the value is how many are in doubt.
#define READ_CELLS(field, space, expression) \
  ({ \
    size_t doubts = 0; \
    for (size_t next = 0; next < (field).count;) { \
      cell_block block = block_at(space, next, (field).count); \
      block_bits bits = bits_before(space, block); \
      for (size_t i = block.first; i < block.end; i++) { \
        if (is_blank(field, i)) \
          (space).values[(space).first + i] = 0; \
        else \
          write_cell(space, block, &bits, i, expression); \
      } \
      doubts = end_block(space, block, bits, doubts); \
      next = block.end; \
    } \
    doubts; \
  })

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,popcnt")))
#endif

#endif

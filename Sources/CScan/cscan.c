#include "cscan.h"

#include "inline.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// For each of 64 bytes a bit: whether it is a quotation mark, a delimiter, a line feed.
typedef struct {
  uint64_t quotes;
  uint64_t delimiters;
  uint64_t feeds;
} block_masks;

/// Which of a block's delimiters and line feeds stand outside quotation marks.
typedef struct {
  /// Both of them.
  uint64_t all;
  /// The line feeds.
  uint64_t feeds;
} block_structure;

/// What the blocks before leave behind, and where the next offsets go.
typedef struct {
  /// All ones inside quotation marks.
  uint64_t inside;
  /// 1 when the byte before is a place where a quotation mark may open.
  uint64_t may_open;
  /// 1 when the byte before is a quotation mark that closes.
  uint64_t closed;
  /// 1 when the byte before is a carriage return after a closing quotation mark.
  uint64_t returned;
  uint32_t *positions;
  size_t position_count;
  uint32_t *feeds;
  size_t feed_count;
  size_t inner_feeds;
} scan_state;

// MARK: - From masks to positions

/// For each bit, whether an odd number of bits up to and including it are set.
INLINE uint64_t prefix_xor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

/// Writes the offsets of delimiters and line feeds, and which of them are line feeds.
INLINE void write_positions(scan_state *state, block_structure structure, uint32_t base) {
  uint32_t *feed = state->feeds + state->feed_count;
  for (uint64_t bits = structure.feeds; bits; bits &= bits - 1) {
    uint64_t before = structure.all & ((bits & -bits) - 1);
    *feed++ = (uint32_t)state->position_count + (uint32_t)__builtin_popcountll(before);
  }
  state->feed_count = (size_t)(feed - state->feeds);
  uint32_t *out = state->positions + state->position_count;
  for (uint64_t bits = structure.all; bits; bits &= bits - 1)
    *out++ = base + (uint32_t)__builtin_ctzll(bits);
  state->position_count = (size_t)(out - state->positions);
}

/// What carriage returns a block has.
static __attribute__((noinline)) uint64_t return_mask(const uint8_t *bytes) {
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) mask |= (uint64_t)(bytes[i] == '\r') << i;
  return mask;
}

/// Whether something follows a closing quotation mark in its field: neither structure nor another mark,
/// and no carriage return before a line feed either.
/// - Parameter after: which bytes follow one, and are no structure and no mark.
INLINE int has_text_after_quote(
    scan_state *state, uint64_t after, uint64_t feeds, uint64_t valid, const uint8_t *bytes) {
  uint64_t returns = after ? after & return_mask(bytes) : 0;
  uint64_t ends = (returns << 1 | state->returned) & valid;
  state->returned = returns >> 63;
  return after != returns || (ends & ~feeds);
}

/// Whether a block is regular; says what its structure is if so.
/// - Parameters:
///   - parity: the prefix-xor of its quotation marks.
///   - valid: which of its bytes there are.
INLINE int take_block(
    scan_state *state, block_masks masks, uint64_t parity, uint64_t valid, const uint8_t *bytes,
    block_structure *structure) {
  uint64_t inside = parity ^ state->inside;
  uint64_t outer = (masks.delimiters | masks.feeds) & ~inside;
  uint64_t may_open = outer | masks.quotes;
  uint64_t opening = masks.quotes & inside;
  if (opening & ~(may_open << 1 | state->may_open)) return 0;
  uint64_t closing = masks.quotes & ~inside;
  uint64_t after = (closing << 1 | state->closed) & ~may_open & valid;
  structure->all = outer;
  structure->feeds = masks.feeds & ~inside;
  if ((after | state->returned)
      && has_text_after_quote(state, after, structure->feeds, valid, bytes))
    return 0;
  if (masks.feeds & inside) state->inner_feeds += (size_t)__builtin_popcountll(masks.feeds & inside);
  state->inside = (uint64_t)((int64_t)inside >> 63);
  state->may_open = may_open >> 63;
  state->closed = closing >> 63;
  return 1;
}

// MARK: - From bytes to masks

/// One bit for each of eight bytes that equals the pattern's.
INLINE uint64_t equal_bytes(uint64_t word, uint64_t pattern) {
  const uint64_t low = 0x7F7F7F7F7F7F7F7FULL;
  uint64_t difference = word ^ pattern;
  uint64_t equal = ~(((difference & low) + low) | difference | low);
  return ((equal >> 7) * 0x0102040810204080ULL) >> 56;
}

static block_masks portable_masks(const uint8_t *bytes, uint8_t delimiter) {
  const uint64_t ones = 0x0101010101010101ULL;
  block_masks masks = {0, 0, 0};
  for (int i = 0; i < 8; i++) {
    uint64_t word = 0;
    for (int k = 7; k >= 0; k--) word = word << 8 | bytes[i * 8 + k];
    masks.quotes |= equal_bytes(word, ones * '"') << (i * 8);
    masks.delimiters |= equal_bytes(word, ones * delimiter) << (i * 8);
    masks.feeds |= equal_bytes(word, ones * '\n') << (i * 8);
  }
  return masks;
}

#if defined(__x86_64__)

INLINE uint64_t sse2_equal(const __m128i *parts, char byte) {
  __m128i pattern = _mm_set1_epi8(byte);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    uint64_t part = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[i], pattern));
    mask |= part << (i * 16);
  }
  return mask;
}

INLINE block_masks sse2_masks(const uint8_t *bytes, uint8_t delimiter) {
  __m128i parts[4];
  for (int i = 0; i < 4; i++) parts[i] = _mm_loadu_si128((const __m128i *)(bytes + i * 16));
  block_masks masks = {
      sse2_equal(parts, '"'), sse2_equal(parts, (char)delimiter), sse2_equal(parts, '\n')};
  return masks;
}

#define AVX2 __attribute__((target("avx2,bmi,pclmul,popcnt")))

AVX2 INLINE uint64_t avx2_equal(__m256i low, __m256i high, char byte) {
  __m256i pattern = _mm256_set1_epi8(byte);
  uint64_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern));
  uint64_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern));
  return second << 32 | first;
}

AVX2 INLINE block_masks avx2_masks(const uint8_t *bytes, uint8_t delimiter) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  block_masks masks = {
      avx2_equal(low, high, '"'), avx2_equal(low, high, (char)delimiter),
      avx2_equal(low, high, '\n')};
  return masks;
}

AVX2 INLINE uint64_t avx2_prefix_xor(uint64_t bits) {
  __m128i product =
      _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

/// Writes eight offsets, of which as many count as there are bits left.
AVX2 INLINE uint64_t avx2_write_eight(uint32_t *out, uint64_t bits, uint32_t base) {
  for (int i = 0; i < 8; i++) {
    out[i] = base + (uint32_t)_tzcnt_u64(bits);
    bits &= bits - 1;
  }
  return bits;
}

/// The same as `write_positions`; how many there are is seldom branched on, since it cannot be guessed.
AVX2 INLINE void avx2_write_positions(
    scan_state *state, block_structure structure, uint32_t base) {
  uint32_t *feed = state->feeds + state->feed_count;
  uint64_t feeds = structure.feeds;
  do {
    uint64_t before = structure.all & ((feeds & -feeds) - 1);
    *feed = (uint32_t)state->position_count + (uint32_t)_mm_popcnt_u64(before);
    feed += feeds != 0;
    feeds &= feeds - 1;
  } while (feeds);
  state->feed_count = (size_t)(feed - state->feeds);
  uint32_t *out = state->positions + state->position_count;
  uint64_t bits = avx2_write_eight(out, structure.all, base);
  for (int i = 8; bits; i += 8) bits = avx2_write_eight(out + i, bits, base);
  state->position_count += (size_t)_mm_popcnt_u64(structure.all);
}

#endif

// MARK: - Loops

/// The loop of a level: whole blocks, then what is left with zeros behind it.
#define SCAN_LOOP(MASKS, PREFIX_XOR, WRITE)                                            \
  scan_state state = {0, 1, 0, 0, positions, 0, feeds, 0, 0};                          \
  block_structure structure;                                                           \
  size_t offset = 0;                                                                   \
  for (; offset + 64 <= length; offset += 64) {                                        \
    const uint8_t *block = bytes + offset;                                             \
    block_masks masks = MASKS(block, delimiter);                                       \
    if (!take_block(&state, masks, PREFIX_XOR(masks.quotes), ~0ULL, block, &structure)) \
      goto stopped;                                                                    \
    WRITE(&state, structure, (uint32_t)offset);                                        \
  }                                                                                    \
  if (offset < length) {                                                               \
    uint8_t rest[64] = {0};                                                            \
    memcpy(rest, bytes + offset, length - offset);                                     \
    block_masks masks = MASKS(rest, delimiter);                                        \
    uint64_t valid = (1ULL << (length - offset)) - 1;                                  \
    if (!take_block(&state, masks, PREFIX_XOR(masks.quotes), valid, rest, &structure))  \
      goto stopped;                                                                    \
    WRITE(&state, structure, (uint32_t)offset);                                        \
  }                                                                                    \
  offset = length;                                                                     \
stopped:                                                                               \
  return (cscan_result){state.position_count, state.feed_count, state.inner_feeds, offset};

static cscan_result scan_portable(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions, uint32_t *feeds) {
  SCAN_LOOP(portable_masks, prefix_xor, write_positions)
}

#if defined(__x86_64__)

static cscan_result scan_sse2(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions, uint32_t *feeds) {
  SCAN_LOOP(sse2_masks, prefix_xor, write_positions)
}

AVX2 static cscan_result scan_avx2(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions, uint32_t *feeds) {
  SCAN_LOOP(avx2_masks, avx2_prefix_xor, avx2_write_positions)
}

cscan_level cscan_best_level(void) {
  int has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul")
                 && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  return has_avx2 ? CSCAN_AVX2 : CSCAN_SSE2;
}

cscan_result cscan_structure(
    const uint8_t *bytes, size_t length, uint8_t delimiter, cscan_level level, uint32_t *positions,
    uint32_t *feeds) {
  switch (level) {
  case CSCAN_AVX2: return scan_avx2(bytes, length, delimiter, positions, feeds);
  case CSCAN_SSE2: return scan_sse2(bytes, length, delimiter, positions, feeds);
  case CSCAN_PORTABLE: break;
  }
  return scan_portable(bytes, length, delimiter, positions, feeds);
}

#else

cscan_level cscan_best_level(void) { return CSCAN_PORTABLE; }

cscan_result cscan_structure(
    const uint8_t *bytes, size_t length, uint8_t delimiter, cscan_level level, uint32_t *positions,
    uint32_t *feeds) {
  (void)level;
  return scan_portable(bytes, length, delimiter, positions, feeds);
}

#endif

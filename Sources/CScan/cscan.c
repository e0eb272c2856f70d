#include "cscan.h"

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

/// What the blocks before leave behind, and where the next offsets go.
typedef struct {
  /// All ones inside quotation marks.
  uint64_t inside;
  /// 1 when the byte before is a place where a quotation mark may open.
  uint64_t may_open;
  uint32_t *positions;
  size_t position_count;
  uint32_t *feeds;
  size_t feed_count;
} scan_state;

// MARK: - From masks to positions

/// For each bit, whether an odd number of bits up to and including it are set.
static inline uint64_t prefix_xor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

/// Writes the offsets of delimiters and line feeds, and which of them are line feeds.
static inline void write_positions(
    scan_state *state, uint64_t structure, uint64_t feeds, uint32_t base) {
  uint32_t *feed = state->feeds + state->feed_count;
  for (uint64_t bits = feeds; bits; bits &= bits - 1) {
    uint64_t before = structure & ((bits & -bits) - 1);
    *feed++ = (uint32_t)state->position_count + (uint32_t)__builtin_popcountll(before);
  }
  state->feed_count = (size_t)(feed - state->feeds);
  uint32_t *out = state->positions + state->position_count;
  for (uint64_t bits = structure; bits; bits &= bits - 1)
    *out++ = base + (uint32_t)__builtin_ctzll(bits);
  state->position_count = (size_t)(out - state->positions);
}

/// Whether a block is regular; adds its positions if so.
/// - Parameter parity: the prefix-xor of its quotation marks.
static inline int take_block(
    scan_state *state, block_masks masks, uint64_t parity, uint32_t base) {
  uint64_t inside = parity ^ state->inside;
  uint64_t structure = (masks.delimiters | masks.feeds) & ~inside;
  uint64_t opening = masks.quotes & inside;
  uint64_t may_open = structure | masks.quotes;
  if (opening & ~(may_open << 1 | state->may_open)) return 0;
  write_positions(state, structure, masks.feeds & ~inside, base);
  state->inside = (uint64_t)((int64_t)inside >> 63);
  state->may_open = may_open >> 63;
  return 1;
}

// MARK: - From bytes to masks

/// One bit for each of eight bytes that equals the pattern's.
static inline uint64_t equal_bytes(uint64_t word, uint64_t pattern) {
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

static inline uint64_t sse2_equal(const __m128i *parts, char byte) {
  __m128i pattern = _mm_set1_epi8(byte);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    uint64_t part = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[i], pattern));
    mask |= part << (i * 16);
  }
  return mask;
}

static inline block_masks sse2_masks(const uint8_t *bytes, uint8_t delimiter) {
  __m128i parts[4];
  for (int i = 0; i < 4; i++) parts[i] = _mm_loadu_si128((const __m128i *)(bytes + i * 16));
  block_masks masks = {
      sse2_equal(parts, '"'), sse2_equal(parts, (char)delimiter), sse2_equal(parts, '\n')};
  return masks;
}

#define AVX2 __attribute__((target("avx2,pclmul")))

AVX2 static inline uint64_t avx2_equal(__m256i low, __m256i high, char byte) {
  __m256i pattern = _mm256_set1_epi8(byte);
  uint64_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern));
  uint64_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern));
  return second << 32 | first;
}

AVX2 static inline block_masks avx2_masks(const uint8_t *bytes, uint8_t delimiter) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  block_masks masks = {
      avx2_equal(low, high, '"'), avx2_equal(low, high, (char)delimiter),
      avx2_equal(low, high, '\n')};
  return masks;
}

AVX2 static inline uint64_t avx2_prefix_xor(uint64_t bits) {
  __m128i product =
      _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

#endif

// MARK: - Loops

/// The loop of a level: whole blocks, then what is left with zeros behind it.
#define SCAN_LOOP(MASKS, PREFIX_XOR)                                                   \
  scan_state state = {0, 1, positions, 0, feeds, 0};                                   \
  size_t offset = 0;                                                                   \
  for (; offset + 64 <= length; offset += 64) {                                        \
    block_masks masks = MASKS(bytes + offset, delimiter);                              \
    if (!take_block(&state, masks, PREFIX_XOR(masks.quotes), (uint32_t)offset))        \
      goto stopped;                                                                    \
  }                                                                                    \
  if (offset < length) {                                                               \
    uint8_t rest[64] = {0};                                                            \
    memcpy(rest, bytes + offset, length - offset);                                     \
    block_masks masks = MASKS(rest, delimiter);                                        \
    if (!take_block(&state, masks, PREFIX_XOR(masks.quotes), (uint32_t)offset))        \
      goto stopped;                                                                    \
  }                                                                                    \
  offset = length;                                                                     \
stopped:                                                                               \
  return (cscan_result){state.position_count, state.feed_count, offset};

static cscan_result scan_portable(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions, uint32_t *feeds) {
  SCAN_LOOP(portable_masks, prefix_xor)
}

#if defined(__x86_64__)

static cscan_result scan_sse2(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions, uint32_t *feeds) {
  SCAN_LOOP(sse2_masks, prefix_xor)
}

AVX2 static cscan_result scan_avx2(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions, uint32_t *feeds) {
  SCAN_LOOP(avx2_masks, avx2_prefix_xor)
}

cscan_level cscan_best_level(void) {
  int has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul");
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

#include "cmasks.h"

#include "inline.h"

// MARK: - Comparisons

/// Fills words by an expression of `i`, the number of a record: whole words by `BLOCK`, an expression of
/// `first`, their first record, then what is left one by one.
#define FILL(BLOCK, HOLDS) \
  size_t first = 0; \
  for (; first + 64 <= count; first += 64) bits[first / 64] = BLOCK; \
  if (first < count) { \
    uint64_t rest = 0; \
    for (size_t i = first; i < count; i++) rest |= (uint64_t)(HOLDS) << (i - first); \
    bits[first / 64] = rest; \
  }

/// A word of the portable loops.
#define EACH(HOLDS) \
  ({ \
    uint64_t word = 0; \
    for (size_t i = first; i < first + 64; i++) word |= (uint64_t)(HOLDS) << (i - first); \
    word; \
  })

#define PORTABLE(HOLDS) FILL(EACH(HOLDS), HOLDS)

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

static int has_avx2(void) { return __builtin_cpu_supports("avx2"); }

AVX2 INLINE __m256i four(const int64_t *numbers) {
  return _mm256_loadu_si256((const __m256i *)numbers);
}

AVX2 INLINE uint64_t four_bits(__m256i found) {
  return (uint64_t)(unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(found));
}

/// A word, four records at a time: `FOUND` is an expression of `i`, the first of them.
#define FOURS(FOUND) \
  ({ \
    uint64_t word = 0; \
    for (size_t i = first; i < first + 64; i += 4) word |= four_bits(FOUND) << (i - first); \
    word; \
  })

AVX2 static void less_avx2(
    const int64_t *left, const int64_t *right, size_t count, uint64_t *bits) {
  FILL(FOURS(_mm256_cmpgt_epi64(four(right + i), four(left + i))), left[i] < right[i])
}

AVX2 static void equal_avx2(
    const int64_t *left, const int64_t *right, size_t count, uint64_t *bits) {
  FILL(FOURS(_mm256_cmpeq_epi64(four(left + i), four(right + i))), left[i] == right[i])
}

AVX2 static void less_than_avx2(
    const int64_t *numbers, int64_t limit, size_t count, uint64_t *bits) {
  __m256i all = _mm256_set1_epi64x(limit);
  FILL(FOURS(_mm256_cmpgt_epi64(all, four(numbers + i))), numbers[i] < limit)
}

AVX2 static void greater_than_avx2(
    const int64_t *numbers, int64_t limit, size_t count, uint64_t *bits) {
  __m256i all = _mm256_set1_epi64x(limit);
  FILL(FOURS(_mm256_cmpgt_epi64(four(numbers + i), all)), numbers[i] > limit)
}

AVX2 static void equal_to_avx2(
    const int64_t *numbers, int64_t one, size_t count, uint64_t *bits) {
  __m256i all = _mm256_set1_epi64x(one);
  FILL(FOURS(_mm256_cmpeq_epi64(four(numbers + i), all)), numbers[i] == one)
}

/// Goes on with the faster loop where there is one.
#define FASTER(FUNCTION, ...) \
  if (has_avx2()) { \
    FUNCTION##_avx2(__VA_ARGS__, count, bits); \
    return; \
  }

#else
#define FASTER(FUNCTION, ...)
#endif

void cmasks_less(const int64_t *left, const int64_t *right, size_t count, uint64_t *bits) {
  FASTER(less, left, right)
  PORTABLE(left[i] < right[i])
}

void cmasks_equal(const int64_t *left, const int64_t *right, size_t count, uint64_t *bits) {
  FASTER(equal, left, right)
  PORTABLE(left[i] == right[i])
}

void cmasks_less_than(const int64_t *numbers, int64_t limit, size_t count, uint64_t *bits) {
  FASTER(less_than, numbers, limit)
  PORTABLE(numbers[i] < limit)
}

void cmasks_greater_than(const int64_t *numbers, int64_t limit, size_t count, uint64_t *bits) {
  FASTER(greater_than, numbers, limit)
  PORTABLE(numbers[i] > limit)
}

void cmasks_equal_to(const int64_t *numbers, int64_t one, size_t count, uint64_t *bits) {
  FASTER(equal_to, numbers, one)
  PORTABLE(numbers[i] == one)
}

// MARK: - Tables

/// The lowest bits of eight bytes.
INLINE uint64_t eight_bits(uint64_t bytes) {
  return ((bytes & 0x0101010101010101ULL) * 0x0102040810204080ULL) >> 56;
}

/// Eight bytes that are looked up, the first lowest.
INLINE uint64_t eight_bytes(const uint8_t *bytes, const int64_t *numbers) {
  uint64_t found = 0;
  for (int i = 0; i < 8; i++) found |= (uint64_t)bytes[numbers[i]] << (8 * i);
  return found;
}

void cmasks_look_up(
    const uint8_t *bytes, const int64_t *numbers, size_t count, uint64_t *low, uint64_t *high) {
  for (size_t first = 0; first < count; first += 64) {
    uint64_t lows = 0, highs = 0;
    size_t end = count - first < 64 ? count - first : 64, i = 0;
    for (; i + 8 <= end; i += 8) {
      uint64_t found = eight_bytes(bytes, numbers + first + i);
      lows |= eight_bits(found) << i;
      highs |= eight_bits(found >> 1) << i;
    }
    for (; i < end; i++) {
      uint64_t found = bytes[numbers[first + i]];
      lows |= (found & 1) << i;
      highs |= (found >> 1 & 1) << i;
    }
    low[first / 64] = lows;
    high[first / 64] = highs;
  }
}

// MARK: - Counts

/// With so many of sixty-four, it costs less to add zeros than to look for the ones.
#define MANY 24

void cmasks_count_far(
    uint8_t *bytes, uint32_t *counts, const int32_t *places, uint64_t records) {
  for (uint64_t rest = records; rest; rest &= rest - 1)
    __builtin_prefetch(bytes + places[__builtin_ctzll(rest)], 1);
  for (uint64_t rest = records; rest; rest &= rest - 1) {
    int32_t place = places[__builtin_ctzll(rest)];
    if (__builtin_expect(++bytes[place] == 0, 0)) counts[place] += 256;
  }
}

void cmasks_count(uint32_t *counts, const int32_t *places, uint64_t records) {
  if (__builtin_popcountll(records) < MANY) {
    for (uint64_t rest = records; rest; rest &= rest - 1) counts[places[__builtin_ctzll(rest)]]++;
    return;
  }
#pragma clang loop unroll_count(8)
  for (int i = 0; i < 64; i++) {
    uint32_t one = records >> i & 1;
    // The place of a record that does not count may be none.
    counts[places[i] & -(int32_t)one] += one;
  }
}

void cmasks_mark(uint8_t *marks, const int32_t *places, uint64_t records) {
  for (uint64_t rest = records; rest; rest &= rest - 1)
    __builtin_prefetch(marks + places[__builtin_ctzll(rest)]);
  for (uint64_t rest = records; rest; rest &= rest - 1) marks[places[__builtin_ctzll(rest)]] = 1;
}

#include "blocks.h"

#if defined(__x86_64__)

/// A cell without the quotation marks around it. Mostly all cells of a column have them or none has:
/// a branch that is guessed right lets the next cell begin before this one is done.
INLINE cell content_at(ccells_field field, size_t index) {
  cell cell = cell_at(field, index);
  if (__builtin_expect_with_probability(*cell.text == '"', 0, 0.99) && cell.length > 1) {
    cell.text += 1;
    cell.length -= 2;
  }
  return cell;
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

AVX2 INLINE read_cell time_at(
    ccells_field field, size_t index, const ccells_times *times, time_shape shape) {
  const __m128i zeros = _mm_set1_epi8('0'), nines = _mm_set1_epi8(9);
  const __m128i tens = _mm_set1_epi16(0x010A);
  const __m128i most = _mm_setr_epi16(99, 99, 15, 31, 23, 59, 59, 0);
  const __m128i weights = _mm_setr_epi16(100, 1, 32, 1, 3600, 60, 1, 0);
  cell cell = content_at(field, index);
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
  int64_t day = times->days[(year & 0xFF) << 9 | (uint32_t)(days >> 32 & 0x1FF)];
  int64_t second = (int64_t)((clock & 0xFFFFFFFF) + (clock >> 32));
  int64_t value = day - 1 + second * 1000000;
  uint8_t separator = cell.text[10];
  uint64_t is_separated = (uint64_t)(separator == times->separators[0])
                          | (uint64_t)(separator == times->separators[1]);
  uint64_t is_length =
      (is_long & (uint64_t)(cell.text[16] == ':') & (uint64_t)(times->takes_seconds != 0))
      | ((uint64_t)(cell.length == 16) & (uint64_t)(times->takes_minutes != 0));
  uint64_t is_sure = is_length & is_separated & is_zero(_mm_or_si128(flaws, marks))
                     & (uint64_t)(year < 256) & (uint64_t)(day != 0)
                     & (uint64_t)(value <= times->latest);
  return surely(value, is_sure, cell.length == 0);
}

AVX2 size_t ccells_read_times(ccells_field field, ccells_times times, ccells_space space) {
  const time_shape shape = shape_of(times.is_slashed);
  return READ_CELLS(field, space, time_at(field, i, &times, shape));
}

// MARK: - Numbers

// Read from index `n` on: zeros, then the first `n` bytes of what is shuffled.
static const int8_t orders[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
                                  0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15};

AVX2 INLINE read_cell number_at(
    ccells_field field, size_t index, int64_t factor, int64_t least, int64_t most,
    size_t longest) {
  const __m128i zeros = _mm_set1_epi8('0'), nines = _mm_set1_epi8(9);
  const __m128i tens = _mm_set1_epi16(0x010A);
  const __m128i hundreds = _mm_set1_epi32(0x00010064), thousands = _mm_set1_epi32(0x00012710);
  cell cell = content_at(field, index);
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
  return surely(value, is_sure, cell.length == 0);
}

AVX2 size_t ccells_read_numbers(
    ccells_field field, int64_t factor, int64_t least, int64_t most, ccells_space space) {
  const size_t longest = factor == 1 ? 16 : 8;
  return READ_CELLS(field, space, number_at(field, i, factor, least, most, longest));
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

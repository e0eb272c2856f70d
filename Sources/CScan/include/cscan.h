#ifndef CSCAN_H
#define CSCAN_H

#include "ccells.h"

#include <stddef.h>
#include <stdint.h>

/// Which instructions a scan uses.
typedef enum {
  /// Eight bytes at a time, on any processor.
  CSCAN_PORTABLE = 0,
  /// Every x86-64 processor.
  CSCAN_SSE2 = 1,
  /// With AVX2, carry-less multiplication, and instructions that count bits.
  CSCAN_AVX2 = 2,
} cscan_level;

/// The best level that this processor has.
cscan_level cscan_best_level(void);

/// How many more positions and feeds there must be room for than there are bytes.
#define CSCAN_ROOM 64

/// What a scan found.
typedef struct {
  /// How many positions there are.
  size_t positions;
  /// How many of them are line feeds.
  size_t feeds;
  /// How many line feeds stand inside quotation marks.
  size_t inner_feeds;
  /// How many bytes from the first were scanned: all, or fewer where it stopped.
  size_t regular;
} cscan_result;

/// Finds the delimiters and line feeds of CSV bytes that stand outside quotation marks (RFC 4180).
///
/// The bytes begin where a record begins. Scanning stops at a quotation mark that opens inside a field
/// (`a"b`), or after which something follows in its field (`"a"b`): what that means is for a slower
/// reader to say.
///
/// - Parameters:
///   - positions: receives the offsets, in order; has room for `length + CSCAN_ROOM` of them.
///   - feeds: receives which of the positions are line feeds, by their index; has as much room.
/// - Returns: how many there are of each, and how far the scan went.
cscan_result cscan_structure(
    const uint8_t *bytes, size_t length, uint8_t delimiter, cscan_level level, uint32_t *positions,
    uint32_t *feeds);

/// Tells the processor that what stands there will soon be wanted. Any address will do.
static inline void cscan_prefetch(const void *address) { __builtin_prefetch(address); }

#endif

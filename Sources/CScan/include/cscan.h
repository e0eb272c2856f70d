#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// Which instructions a scan uses.
typedef enum {
  /// Eight bytes at a time, on any processor.
  CSCAN_PORTABLE = 0,
  /// Every x86-64 processor.
  CSCAN_SSE2 = 1,
  /// With AVX2 and carry-less multiplication.
  CSCAN_AVX2 = 2,
} cscan_level;

/// The best level that this processor has.
cscan_level cscan_best_level(void);

/// Finds the delimiters and line feeds of CSV bytes that stand outside quotation marks (RFC 4180).
///
/// The bytes begin where a record begins. Scanning stops at a quotation mark that opens inside a field
/// (`a"b`): what that means is for a slower reader to say.
///
/// - Parameters:
///   - positions: receives the offsets, in order; has room for `length` of them.
///   - regular: receives how many bytes from the first were scanned: `length`, or fewer where it stopped.
/// - Returns: how many positions there are.
size_t cscan_structure(
    const uint8_t *bytes, size_t length, uint8_t delimiter, cscan_level level, uint32_t *positions,
    size_t *regular);

#endif

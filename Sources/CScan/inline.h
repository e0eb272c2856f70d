#ifndef INLINE_H
#define INLINE_H

/// Inlined wherever it is called, so that the state of a loop stays in registers.
#define INLINE static inline __attribute__((always_inline))

#endif

#ifndef CMEMORY_H
#define CMEMORY_H

#include <stdlib.h>
#include <string.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Has large pieces of memory given back as soon as they are free, for the whole process: by default the C
/// library keeps ever larger ones for itself.
static inline void cmemory_give_back(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

/// Zeros that are looked at here and there: in large pages where the system has some, of which it makes few and
/// finds each sooner. They are written at once: a page that is read first and written later halts other threads.
/// - Returns: memory to give back with `free`; NULL where there is none.
static inline void *cmemory_zeros(size_t size) {
  size_t large = (size_t)1 << 21, rounded = (size + large - 1) / large * large;
  void *memory = size < large ? malloc(size) : aligned_alloc(large, rounded);
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  if (memory && size >= large) madvise(memory, rounded, MADV_HUGEPAGE);
#endif
  return memory ? memset(memory, 0, size) : NULL;
}

#endif

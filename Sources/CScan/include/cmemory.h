#ifndef CMEMORY_H
#define CMEMORY_H

#include <stdlib.h>
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

#endif

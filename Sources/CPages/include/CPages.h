#include <stddef.h>

/// The pages of all diagnostic codes, one after the other: Markdown, UTF-8, not terminated.
const unsigned char *pages_start(void);

/// How many bytes they are.
size_t pages_count(void);

#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see.
static inline int tt_inflate_init_raw(z_streamp stream) { return inflateInit2(stream, -MAX_WBITS); }

// expat declares its limits on entity expansion only where XML_DTD is defined.
#ifndef XML_DTD
#define XML_DTD 1
#endif
#include <expat.h>

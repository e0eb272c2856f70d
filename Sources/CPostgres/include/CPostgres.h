#ifndef CPOSTGRES_H
#define CPOSTGRES_H

/// What is used of libpq. Its functions stand in CPostgres.c, which loads the library when the first connection is
/// made: it brings two dozen others with it, which every start of the program would wait for.
#include <postgresql/libpq-fe.h>

#endif

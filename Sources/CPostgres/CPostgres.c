#include "CPostgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void *library;

static void load(void) { library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL); }

/// Where a function of libpq is; NULL where there is no libpq.
static void *symbol(const char *name) {
  pthread_once(&once, load);
  return library ? dlsym(library, name) : NULL;
}

/// Calls a function of libpq; gives `MISSING` where there is none.
#define CALL(MISSING, NAME, ...) \
  __typeof__(&NAME) function = (__typeof__(&NAME))symbol(#NAME); \
  return function ? function(__VA_ARGS__) : (MISSING)

#define CALL_VOID(NAME, ...) \
  __typeof__(&NAME) function = (__typeof__(&NAME))symbol(#NAME); \
  if (function) function(__VA_ARGS__)

PGconn *PQconnectdbParams(const char *const *keywords, const char *const *values, int expand) {
  CALL(NULL, PQconnectdbParams, keywords, values, expand);
}

ConnStatusType PQstatus(const PGconn *connection) { CALL(CONNECTION_BAD, PQstatus, connection); }

char *PQerrorMessage(const PGconn *connection) {
  static char missing[] = "libpq.so.5 is not there: apt-get install libpq5";
  CALL(missing, PQerrorMessage, connection);
}

PQnoticeProcessor PQsetNoticeProcessor(
    PGconn *connection, PQnoticeProcessor processor, void *argument) {
  CALL(NULL, PQsetNoticeProcessor, connection, processor, argument);
}

void PQfinish(PGconn *connection) { CALL_VOID(PQfinish, connection); }

PGresult *PQexec(PGconn *connection, const char *query) {
  CALL(NULL, PQexec, connection, query);
}

PGresult *PQexecParams(
    PGconn *connection, const char *command, int count, const Oid *types,
    const char *const *values, const int *lengths, const int *formats, int format) {
  CALL(NULL, PQexecParams, connection, command, count, types, values, lengths, formats, format);
}

PGresult *PQprepare(
    PGconn *connection, const char *name, const char *query, int count, const Oid *types) {
  CALL(NULL, PQprepare, connection, name, query, count, types);
}

PGresult *PQdescribePrepared(PGconn *connection, const char *name) {
  CALL(NULL, PQdescribePrepared, connection, name);
}

PGresult *PQgetResult(PGconn *connection) { CALL(NULL, PQgetResult, connection); }

int PQgetCopyData(PGconn *connection, char **buffer, int async) {
  static __typeof__(&PQgetCopyData) function;
  // Called for every record.
  if (!function) function = (__typeof__(&PQgetCopyData))symbol("PQgetCopyData");
  return function ? function(connection, buffer, async) : -2;
}

void PQfreemem(void *memory) {
  static __typeof__(&PQfreemem) function;
  if (!function) function = (__typeof__(&PQfreemem))symbol("PQfreemem");
  if (function) function(memory);
}

ExecStatusType PQresultStatus(const PGresult *result) {
  CALL(PGRES_FATAL_ERROR, PQresultStatus, result);
}

char *PQresultErrorField(const PGresult *result, int field) {
  CALL(NULL, PQresultErrorField, result, field);
}

int PQnfields(const PGresult *result) { CALL(0, PQnfields, result); }

int PQntuples(const PGresult *result) { CALL(0, PQntuples, result); }

char *PQfname(const PGresult *result, int column) { CALL(NULL, PQfname, result, column); }

Oid PQftype(const PGresult *result, int column) { CALL(0, PQftype, result, column); }

char *PQgetvalue(const PGresult *result, int row, int column) {
  CALL(NULL, PQgetvalue, result, row, column);
}

void PQclear(PGresult *result) { CALL_VOID(PQclear, result); }

// The bare structural scan: reads a CSV file on two threads, finds every delimiter and line feed outside
// quotation marks, and does nothing with them. No reader of the file can be faster; `make bench` says how
// many times slower than this a whole assessment is. usage: scan FILE

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cscan.h"

enum { window = 256 << 10 };

typedef struct {
  int file;
  off_t from, to;
  size_t positions, feeds;
} part;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static size_t read_at(int file, uint8_t *bytes, size_t length, off_t offset) {
  ssize_t count = pread(file, bytes, length, offset);
  if (count < 0) fail("pread");
  return (size_t)count;
}

// Scans the records that lie between `from` and `to`, both of which begin a record.
static void *scan(void *argument) {
  part *it = argument;
  uint8_t *bytes = malloc(window);
  uint32_t *positions = malloc(sizeof(uint32_t) * (window + CSCAN_ROOM));
  uint32_t *feeds = malloc(sizeof(uint32_t) * (window + CSCAN_ROOM));
  cscan_level level = cscan_best_level();
  if (!bytes || !positions || !feeds) fail("malloc");
  while (it->from < it->to) {
    size_t wanted = it->to - it->from < window ? (size_t)(it->to - it->from) : window;
    size_t length = read_at(it->file, bytes, wanted, it->from);
    cscan_result found = cscan_structure(bytes, length, ',', level, positions, feeds);
    if (found.regular < length || !found.feeds) {
      fprintf(stderr, "irregular, or no whole record, at byte %lld\n", (long long)it->from);
      exit(1);
    }
    size_t last = feeds[found.feeds - 1];
    it->positions += last + 1;
    it->feeds += found.feeds;
    it->from += positions[last] + 1;
  }
  free(bytes), free(positions), free(feeds);
  return NULL;
}

// The first byte after a line feed at or after `offset`; right as long as no cell holds a line feed.
static off_t next_record(int file, off_t offset) {
  uint8_t bytes[4096];
  size_t length = read_at(file, bytes, sizeof bytes, offset);
  const uint8_t *feed = memchr(bytes, '\n', length);
  if (!feed) {
    fprintf(stderr, "no line feed near the middle\n");
    exit(1);
  }
  return offset + (feed - bytes) + 1;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fputs("usage: scan FILE\n", stderr);
    return 64;
  }
  int file = open(argv[1], O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(argv[1]);
  off_t middle = next_record(file, status.st_size / 2);
  part first = {file, 0, middle, 0, 0}, second = {file, middle, status.st_size, 0, 0};
  pthread_t thread;
  if (pthread_create(&thread, NULL, scan, &second)) fail("pthread_create");
  scan(&first);
  pthread_join(thread, NULL);
  printf("%zu %zu\n", first.positions + second.positions, first.feeds + second.feeds);
  return 0;
}

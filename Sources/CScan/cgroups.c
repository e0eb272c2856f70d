#include "cgroups.h"

#include "inline.h"

INLINE int is_key(const cgroups_table *table, uint32_t number, uint64_t head, int64_t value) {
  return table->heads[number] == head && (!table->values || table->values[number] == value);
}

uint32_t cgroups_number(cgroups_table table, uint64_t head, int64_t value, size_t *slot) {
  uint64_t hash = cgroups_hash(head, value);
  uint32_t tag = cgroups_tag(hash, table.number_mask);
  size_t place = hash & table.mask;
  for (; table.slots[place]; place = (place + 1) & table.mask) {
    uint32_t number = table.slots[place] ^ tag;
    if (number <= table.number_mask && is_key(&table, number, head, value)) {
      *slot = place;
      return number;
    }
  }
  *slot = place;
  return 0;
}

/// The first of three slots with a tag, without a branch: which it is cannot be guessed.
INLINE uint32_t likely_number(const cgroups_table *table, uint64_t hash) {
  uint32_t tag = cgroups_tag(hash, table->number_mask);
  uint32_t first = table->slots[hash & table->mask] ^ tag;
  uint32_t second = table->slots[(hash + 1) & table->mask] ^ tag;
  uint32_t third = table->slots[(hash + 2) & table->mask] ^ tag;
  uint32_t number = third <= table->number_mask ? third : 0;
  number = second <= table->number_mask ? second : number;
  return first <= table->number_mask ? first : number;
}

INLINE uint64_t find(
    const cgroups_table *table, const int32_t *places, const int64_t *codes, const int64_t *values,
    int32_t *numbers) {
  uint64_t heads[64], hashes[64];
  for (int i = 0; i < 64; i++) {
    heads[i] = cgroups_head(places[i], codes[i]);
    hashes[i] = cgroups_hash(heads[i], values ? values[i] : 0);
    __builtin_prefetch(table->slots + (hashes[i] & table->mask));
  }
  for (int i = 0; i < 64; i++) {
    uint32_t number = likely_number(table, hashes[i]);
    numbers[i] = (int32_t)number;
    __builtin_prefetch(table->heads + number);
    if (values) __builtin_prefetch(table->values + number);
  }
  uint64_t missing = 0;
  for (int i = 0; i < 64; i++) {
    uint32_t number = (uint32_t)numbers[i];
    uint64_t differs = table->heads[number] ^ heads[i];
    if (values) differs |= (uint64_t)(table->values[number] ^ values[i]);
    missing |= (uint64_t)(differs != 0) << i;
    numbers[i] = (int32_t)number - 1;
  }
  return missing;
}

/// The place of a combination in the grid; a place there that is not its own where it has none.
INLINE size_t place_in_grid(const cgroups_table *table, int32_t place, int64_t code, int *is_in) {
  *is_in = (uint32_t)place < table->rows && !((uint64_t)code >> table->code_bits);
  return *is_in ? (size_t)(uint32_t)place << table->code_bits | (size_t)code : 0;
}

INLINE uint64_t find_in_grid(
    const cgroups_table *table, const int32_t *places, const int64_t *codes, const int64_t *values,
    int32_t *numbers) {
  size_t found[64];
  uint64_t missing = 0;
  for (int i = 0; i < 64; i++) {
    int is_in;
    found[i] = place_in_grid(table, places[i], codes[i], &is_in);
    missing |= (uint64_t)!is_in << i;
    __builtin_prefetch(table->grid + found[i]);
  }
  for (int i = 0; i < 64; i++) {
    uint32_t number = table->grid[found[i]];
    missing |= (uint64_t)(number == 0) << i;
    numbers[i] = (int32_t)number - 1;
    if (values) __builtin_prefetch(table->values + number);
  }
  for (int i = 0; values && i < 64; i++)
    missing |= (uint64_t)(table->values[numbers[i] + 1] != values[i]) << i;
  return missing;
}

uint64_t cgroups_find(
    const cgroups_table *table, const int32_t *places, const int64_t *codes, const int64_t *values,
    int32_t *numbers) {
  if (!table->grid && !table->heads) return ~(uint64_t)0;
  if (table->grid && values) return find_in_grid(table, places, codes, values, numbers);
  if (table->grid) return find_in_grid(table, places, codes, 0, numbers);
  if (values) return find(table, places, codes, values, numbers);
  return find(table, places, codes, 0, numbers);
}

// Writes made-up dossiers as CSV: `generate RULES N [SEED] > dossiers.csv`, and for N = 0 the small files
// procedures.csv, fields.csv and calendar.csv into the current folder. RULES is the folder of rules beside
// this file: units and days off are read from it. The same seed gives the same bytes.
//
// Dossiers come in the order they were received, from units of very different sizes; a few are late,
// a few contradict themselves, officers are quoted and some of them contain quotation marks or commas.

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { procedures = 1800, fields = 60, days = 1096, most_units = 1000, most_officers = 40 };

// MARK: Chance (splitmix64)

static uint64_t state;

static uint64_t next(void) {
  uint64_t z = state += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

static int below(int bound) { return (int)((next() >> 32) * (uint64_t)bound >> 32); }
static double fraction(void) { return (double)(next() >> 11) * 0x1p-53; }
static int one_in(int n) { return below(n) == 0; }
static int percent(double share) { return fraction() * 100 < share; }

// MARK: Days, counted from 2024-01-01, a Monday

// The first and the last day on which dossiers are received, and the one on which they are judged.
enum { first = 367, last = 546, as_of = 547 };

static char day_text[days][11];
static int is_worked[days], worked_before[days + 1];

static int day_of(const char *text) {
  for (int day = 0; day < days; day++)
    if (!strncmp(day_text[day], text, 10)) return day;
  return -1;
}

static FILE *open_rules(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "r");
  if (!file) { perror(path); exit(2); }
  return file;
}

static void read_calendar(const char *rules) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int day = 0;
  for (int year = 2024; year <= 2026; year++)
    for (int month = 0; month < 12; month++)
      for (int date = 1; date <= lengths[month] + (month == 1 && year % 4 == 0); date++, day++)
        snprintf(day_text[day], sizeof day_text[day], "%.4d-%.2d-%.2d", year % 10000, month + 1, date % 100);
  for (day = 0; day < days; day++) is_worked[day] = day % 7 < 5;
  char line[1024];
  int works = 0;
  FILE *file = open_rules(rules, "calendar.yaml");
  while (fgets(line, sizeof line, file)) {
    if (strstr(line, "holidays:")) works = 0;
    if (strstr(line, "worked-days:")) works = 1;
    const char *date = strstr(line, "date: ");
    if (date && (day = day_of(date + 6)) >= 0) is_worked[day] = works;
  }
  fclose(file);
  for (day = 0; day < days; day++) worked_before[day + 1] = worked_before[day] + is_worked[day];
}

// The working day that is `count` after a day.
static int after(int day, int count) {
  int wanted = worked_before[day + 1] + count;
  while (day < days - 1 && worked_before[day + 1] < wanted) day++;
  return day;
}

// MARK: Procedures, fields, units

static struct { char code[32]; int max_days, field, fee; } procedure[procedures];
static struct { char text[64]; double online; } field[fields];
static struct {
  char code[24];
  double share_up_to, late, online;
  int handled[350], handles, officers;
  char officer[most_officers][40];
} unit[most_units];
static int units;

static void make_fields(void) {
  static const char *const subjects[] = {
      "Hộ tịch", "Đất đai", "Chứng thực", "Nhà ở và xây dựng", "Thành lập doanh nghiệp", "Người có công",
      "Giáo dục phổ thông", "Khám, chữa bệnh", "Vận tải đường bộ", "Tài nguyên nước", "Việc làm, tiền công",
      "Di sản văn hóa", "Lữ hành", "Trồng trọt, bảo vệ thực vật", "Chăn nuôi", "Kiểm lâm", "Địa chất",
      "Tài chính đất đai", "Hỗ trợ đầu tư", "Lý lịch tư pháp"};
  static const char *const levels[] = {"", " - cấp tỉnh", " - cấp xã"};
  for (int i = 0; i < fields; i++) {
    const char *subject = subjects[i % 20], *quote = strchr(subject, ',') ? "\"" : "";
    snprintf(field[i].text, sizeof field[i].text, "%s%s%s%s", quote, subject, levels[i / 20], quote);
    field[i].online = 25 + 60 * fraction();
  }
}

static void make_procedures(void) {
  static const int limits[] = {1, 2, 3, 5, 7, 10, 15, 20, 30};
  for (int i = 0; i < procedures; i++) {
    snprintf(procedure[i].code, sizeof procedure[i].code, "%d.%06d.000.00.00.H26", 1 + i % 3, 2000 + i * 5);
    procedure[i].max_days = limits[below(9)];
    procedure[i].field = below(fields);
    procedure[i].fee = one_in(3) ? 0 : 5000 * (1 + below(40));
  }
}

static void make_officer(char *text, size_t size) {
  static const char *const family[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Lý"};
  static const char *const middle[] = {"Thị", "Văn", "Đức", "Ngọc", "Minh", "Hữu", "Thanh", "Xuân"};
  static const char *const given[] = {"An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Huy", "Khánh", "Lan", "Mai",
                                      "Nam", "Oanh", "Phương", "Quân", "Sơn", "Tâm", "Uyên", "Vinh", "Yến"};
  snprintf(text, size, "%s %s %s", family[below(10)], middle[below(8)], given[below(19)]);
}

static void make_unit(const char *code, size_t length) {
  snprintf(unit[units].code, sizeof unit[units].code, "%.*s", (int)length, code);
  double before = units ? unit[units - 1].share_up_to : 0;
  unit[units].share_up_to = before + pow(units + 4, -0.75);
  unit[units].late = one_in(4) ? 1 : 1 + 8 * fraction();
  unit[units].online = 35 * fraction() - 10;
  unit[units].handles = 50 + below(300);
  for (int i = 0; i < unit[units].handles; i++) unit[units].handled[i] = below(procedures);
  unit[units].officers = 2 + below(most_officers - 2);
  for (int i = 0; i < unit[units].officers; i++) make_officer(unit[units].officer[i], sizeof unit[units].officer[i]);
  units++;
}

static void make_units(const char *rules) {
  char line[1024];
  FILE *file = open_rules(rules, "units.yaml");
  while (fgets(line, sizeof line, file)) {
    const char *code = strstr(line, "{ code: ");
    if (code && units < most_units) make_unit(code + 8, strcspn(code + 8, ","));
  }
  fclose(file);
  if (!units) { fprintf(stderr, "no units in %s/units.yaml\n", rules); exit(2); }
}

// A unit, the first ones most often.
static int any_unit(void) {
  double wanted = fraction() * unit[units - 1].share_up_to;
  int low = 0, high = units - 1;
  while (low < high) {
    int middle = (low + high) / 2;
    if (unit[middle].share_up_to < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

// MARK: Writing

static char buffer[1 << 16];
static size_t used;

static void put(const char *text) {
  size_t length = strlen(text);
  memcpy(buffer + used, text, length);
  used += length;
}

static void put_number(long number, int digits) {
  char text[24];
  int at = sizeof text - 1;
  text[at] = 0;
  while (number || digits > 0) text[--at] = (char)('0' + number % 10), number /= 10, digits--;
  put(text + at);
}

static void put_time(int day, int second) {
  put(day_text[day]), put("T");
  put_number(second / 3600, 2), put(":"), put_number(second / 60 % 60, 2), put(":"), put_number(second % 60, 2);
}

static void put_officer(int u) {
  int kind = below(1000);
  if (kind < 2) return;
  const char *name = unit[u].officer[below(unit[u].officers)];
  put("\"");
  if (kind < 7) put(name), put(", Phó Chánh Văn phòng");
  else if (kind < 12) put("\"\""), put(name), put("\"\" (Một cửa)");
  else put(name);
  put("\"");
}

// MARK: Dossiers

enum { completed, processing, supplement, returned, cancelled };
static const char *const statuses[] = {"completed", "processing", "supplement", "returned", "cancelled"};

static int any_status(int ends_in_time) {
  int kind = below(1000);
  if (kind < 28) return returned;
  if (kind < 50) return cancelled;
  if (kind < 57) return supplement;
  return kind < 61 || !ends_in_time ? processing : completed;
}

static void put_dossier(long number, long count) {
  int u = any_unit();
  double skew = fraction();
  int p = unit[u].handled[(int)(skew * skew * unit[u].handles)], f = procedure[p].field;
  int is_online = percent(field[f].online + unit[u].online);
  int received = first + (int)((double)number / (double)count * (last - first + 1));
  if (!is_online || !one_in(3)) received = is_worked[received] ? received : after(received, 1);
  int received_at = 27000 + below(34000), due_at = 61200;
  int due = after(received, procedure[p].max_days + (one_in(200) ? 3 : 0));
  int is_late = percent(unit[u].late);
  int ended = is_late ? after(due, 1 + below(5)) : after(received, below(procedure[p].max_days + 1));
  int ended_at = 28800 + below(30000);
  if (ended == received && ended_at <= received_at) ended_at = received_at + 60 + below(600);
  int status = any_status(ended < as_of);
  int has_end = (status == completed) != one_in(2000);
  if (one_in(3000) && received > first + 8) ended = received - 1 - below(5);
  int is_overdue = status == completed ? has_end && (ended > due || (ended == due && ended_at > due_at))
                                       : (status == processing || status == supplement) && due < as_of;

  put("H26-");
  buffer[used++] = day_text[received][2], buffer[used++] = day_text[received][3];
  buffer[used++] = day_text[received][5], buffer[used++] = day_text[received][6];
  buffer[used++] = day_text[received][8], buffer[used++] = day_text[received][9];
  put("-"), put_number(number + 1, 10), put(",");
  put(procedure[p].code), put(","), put(unit[u].code), put(","), put(field[f].text), put(",");
  put(is_online ? "online" : one_in(20) ? "post" : "direct"), put(",");
  put_time(received, received_at), put(","), put_time(due, due_at), put(",");
  if (has_end) put_time(ended, ended_at);
  put(","), put(statuses[status]), put(","), put_number(procedure[p].fee, 1), put(",");
  if (procedure[p].fee) put(percent(is_online ? 70 : 30) ? "true" : one_in(300) ? "" : "false");
  else if (one_in(3000)) put("false");
  int papers = 1 + below(9), digitized = 0;
  for (int i = 0; i < papers; i++) digitized += percent(70 + u % 30);
  put(","), put_number(digitized, 1), put(","), put_number(papers, 1), put(",");
  if (status == completed) put(u % 5 == 0 || percent(99) ? "true" : "false");
  put(","), put(status == completed && percent(92 + u % 8) ? "true" : "false"), put(",");
  if (one_in(120)) put("PA-"), put_number(below(1000000), 6);
  put(",");
  if (status == completed && one_in(4)) put_number(percent(70) ? 5 : 1 + below(5), 1);
  put(","), put_officer(u), put(",");
  if (is_overdue && percent(70)) put_time(after(due, percent(80) ? 1 : 3), 30000 + below(20000));
  put("\n");
}

static void write_dossiers(long count) {
  put("dossier_id,procedure_code,unit_code,field,channel,received_at,due_at,completed_at,status,fee_amount,"
      "fee_paid_online,components_digitized,components_total,result_digital_signed,result_digitized,feedback_id,"
      "rating,officer,apology_at\n");
  for (long number = 0; number < count; number++) {
    put_dossier(number, count);
    if (used > sizeof buffer - 2048 || number == count - 1) fwrite(buffer, 1, used, stdout), used = 0;
  }
}

static FILE *create(const char *name) {
  FILE *file = fopen(name, "w");
  if (!file) { perror(name); exit(2); }
  return file;
}

static void write_small_files(void) {
  FILE *file = create("procedures.csv");
  fputs("procedure_code,max_days\n", file);
  for (int i = 0; i < procedures; i++) fprintf(file, "%s,%d\n", procedure[i].code, procedure[i].max_days);
  fclose(file);
  file = create("fields.csv");
  fputs("field,min_share\n", file);
  for (int i = 0; i < fields; i++) fprintf(file, "%s,%s\n", field[i].text, i < 20 ? "0.6" : "0.3");
  fclose(file);
  file = create("calendar.csv");
  fputs("d,working,cum\n", file);
  for (int i = 0; i < days; i++) fprintf(file, "%s,%d,%d\n", day_text[i], is_worked[i], worked_before[i + 1]);
  fclose(file);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fputs("usage: generate RULES N [SEED] > dossiers.csv; N = 0 writes the small files\n", stderr);
    return 64;
  }
  state = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
  read_calendar(argv[1]);
  make_fields();
  make_procedures();
  make_units(argv[1]);
  long count = atol(argv[2]);
  if (count > 0) write_dossiers(count);
  else write_small_files();
  return 0;
}

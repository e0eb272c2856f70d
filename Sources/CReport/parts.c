// The style sheet, the script and the words of reports, put into the program as they are.
#include "CReport.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char style[] = {
#embed "parts/report.css"
};

static const unsigned char script[] = {
#embed "parts/report.js"
};

static const unsigned char words_vi[] = {
#embed "parts/vi.txt"
};

static const unsigned char words_en[] = {
#embed "parts/en.txt"
};

static const unsigned char schema[] = {
#embed "parts/assessment.schema.json"
};

#define TEXT(bytes) ((struct embedded_text){bytes, sizeof bytes})

struct embedded_text report_style(void) { return TEXT(style); }

struct embedded_text report_script(void) { return TEXT(script); }

struct embedded_text report_words_vi(void) { return TEXT(words_vi); }

struct embedded_text report_words_en(void) { return TEXT(words_en); }

struct embedded_text assessment_schema(void) { return TEXT(schema); }

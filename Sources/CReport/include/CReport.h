#include <stddef.h>

/// A text that is part of the program: UTF-8, not terminated.
struct embedded_text {
  const unsigned char *start;
  size_t count;
};

/// The style sheet of the HTML report.
struct embedded_text report_style(void);

/// The script of the HTML report.
struct embedded_text report_script(void);

/// The words of reports in Vietnamese.
struct embedded_text report_words_vi(void);

/// The words of reports in English.
struct embedded_text report_words_en(void);

/// The JSON Schema of assessments.
struct embedded_text assessment_schema(void);

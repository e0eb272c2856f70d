"""What was measured, as Markdown in either language."""

from dataclasses import dataclass

from harness.measuring import middle, ratio

LANGUAGES = ["en", "vi"]

# What is said, in English and in Vietnamese.
TEXTS = {
    "rounds": ("{cores} cores, {memory} GiB; {load} processes at work before. Medians of {rounds} rounds, everything in turn. Dossiers of {source}.",
               "{cores} lõi, {memory} GiB; trước khi đo có {load} tiến trình đang chạy. Trung vị của {rounds} vòng, các phép đo xen kẽ nhau. Hồ sơ do {source} sinh ra."),
    "shared generator": ("the generator in the folder SHARED", "chương trình trong thư mục SHARED"),
    "own generator": ("the generator in `Benchmarks/dossiers`", "chương trình trong `Benchmarks/dossiers`"),
    "engines": ("{size} dossiers, 20 obligations ({megabytes} MB)", "{size} hồ sơ, 20 nghĩa vụ ({megabytes} MB)"),
    "obligations": ("More obligations, {size} dossiers", "Nhiều nghĩa vụ hơn, {size} hồ sơ"),
    "workbooks": ("A workbook of {size} dossiers, 18 columns ({megabytes} MB)", "Sổ bảng tính {size} hồ sơ, 18 cột ({megabytes} MB)"),
    "workbook": ("tuanthu, read and judged", "tuanthu, đọc và đánh giá"),
    "the same as CSV": ("tuanthu, the same as CSV", "tuanthu, cùng số liệu ở dạng CSV"),
    "calamine": ("python-calamine, only read", "python-calamine, chỉ đọc"),
    "everyday": ("Every day", "Việc hằng ngày"),
    "time": ("time, s", "thời gian, s"),
    "processors": ("processors, s", "bộ xử lý, s"),
    "memory": ("memory, MB", "bộ nhớ, MB"),
    "times": ("tuanthu = 1", "tuanthu = 1"),
    "agreement": ("All {count} that judge print the same lines. tuanthu takes {times} times as long as the structural scan alone.",
                  "Cả {count} phép đo có đánh giá đều in ra những dòng như nhau. tuanthu mất thời gian gấp {times} lần chỉ quét cấu trúc."),
    "ours": ("tuanthu", "tuanthu"),
    "one core": ("tuanthu, one core", "tuanthu, một lõi"),
    "duckdb_one": ("DuckDB, one query", "DuckDB, một truy vấn"),
    "duckdb_each": ("DuckDB, a query for each obligation", "DuckDB, mỗi nghĩa vụ một truy vấn"),
    "polars_stream": ("Polars, streaming", "Polars, chế độ dòng"),
    "scan": ("structural scan alone", "chỉ quét cấu trúc"),
    "wc": ("`wc -l`", "`wc -l`"),
    "one obligation": ("1 obligation", "1 nghĩa vụ"),
    "many obligations": ("{count} obligations", "{count} nghĩa vụ"),
    "key": ("20 obligations, dossiers with a key", "20 nghĩa vụ, hồ sơ có khóa"),
    "hanoi": ("`tuanthu check` in `examples/hanoi`", "`tuanthu check` trong `examples/hanoi`"),
    "lint": ("`tuanthu lint rules`", "`tuanthu lint rules`"),
    "help": ("`tuanthu --help`: starting, nothing else", "`tuanthu --help`: chỉ khởi động"),
}


def said(key, language, **values):
    """A text, with its values written as the language writes them; a value may be the key of a text."""
    shown = {name: said(value, language) if value in TEXTS else number(value, language) for name, value in values.items()}
    return TEXTS[key][LANGUAGES.index(language)].format(**shown)


def number(value, language, digits=None):
    """A number; Vietnamese has a comma where English has a point, and the other way round."""
    text = f"{value:,}" if digits is None else f"{value:,.{digits}f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


@dataclass
class Table:
    """Medians of contestants, one a row. `rows` are pairs of a key with its values, and samples."""

    title: str
    values: dict
    rows: list
    # Which row is 1, where the others are compared with it.
    base: int | None = None
    remark: tuple | None = None

    def markdown(self, language):
        head = ["time", "processors", "memory"] + ["times"] * (self.base is not None)
        lines = [f"### {said(self.title, language, **self.values)}", "",
                 "| | " + " | ".join(said(key, language) for key in head) + " |", "|---|" + "---:|" * len(head)]
        lines += ["| " + " | ".join(self.cells(row, language)) + " |" for row in self.rows]
        if self.remark:
            lines += ["", said(self.remark[0], language, **self.remark[1])]
        return "\n".join(lines) + "\n"

    def cells(self, row, language):
        (key, values), samples = row
        cells = [said(key, language, **values)]
        cells += [number(middle(samples, what), language, digits) for what, digits in (("wall", 3), ("cpu", 2), ("memory", 0))]
        if self.base is not None:
            cells.append(number(ratio(samples, self.rows[self.base][1]), language, 2))
        return cells


@dataclass
class Remark:
    """A paragraph; `plain` is the same in both languages."""

    plain: str
    key: str
    values: dict

    def markdown(self, language):
        return f"{self.plain}\n{said(self.key, language, **self.values)}\n"

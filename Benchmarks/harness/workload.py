"""What is measured with: dossiers, rules, exports folders."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from harness.measuring import Failure, note

BENCHMARKS = Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
RULES = BENCHMARKS / "dossiers" / "rules"


def compile_c(program, sources, *flags):
    """Compiles a program, unless it is newer than its sources."""
    if program.exists() and all(program.stat().st_mtime > Path(source).stat().st_mtime for source in sources):
        return program
    compiler = next((name for name in ("cc", "gcc", "clang") if shutil.which(name)), None)
    if not compiler:
        raise Failure("no C compiler: cc, gcc or clang")
    program.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([compiler, "-O2", "-o", program, *sources, *flags], check=True)
    return program


class Dossiers:
    """Dossiers of any number. They come from the generator in `dossiers`, or from `gen.c` in the folder
    that SHARED names (by default ../shared/benchmark), if there is one: then the numbers compare with
    those of others who use it."""

    def __init__(self, cache):
        shared = Path(os.environ.get("SHARED", ROOT.parent / "shared" / "benchmark"))
        self.is_shared = (shared / "gen.c").exists()
        source = shared / "gen.c" if self.is_shared else BENCHMARKS / "dossiers" / "generate.c"
        kind = "shared" if self.is_shared else "own"
        program = compile_c(cache / "bin" / f"generate-{kind}", [source], "-lm")
        self.generate = [program] if self.is_shared else [program, RULES]
        self.folder = cache / f"data-{kind}"
        self.folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([*self.generate, "0"], cwd=self.folder, check=True)
        self.answers = {1_000_000: shared / "expected-1m.txt"} if self.is_shared else {}

    def file(self, count):
        """The file of so many dossiers, made if it is not there."""
        file = self.folder / f"dossiers-{count}.csv"
        if not file.exists():
            note(f"writing {file}")
            part = file.with_suffix(".part")
            with part.open("wb") as output:
                subprocess.run([*self.generate, str(count)], cwd=self.folder, stdout=output, check=True)
            part.rename(file)
        return file

    def answer(self, count):
        """What has to come out, where that is known."""
        known = self.answers.get(count)
        return known.read_text() if known and known.exists() else None

    def exports(self, count, folder):
        """An exports folder of links to the dossiers and the small files."""
        folder.mkdir(parents=True)
        (folder / "dossiers.csv").symlink_to(self.file(count))
        for name in ("procedures.csv", "fields.csv"):
            (folder / name).symlink_to(self.folder / name)
        return folder


def keyed_rules(folder):
    """The benchmark's rules, with a key for the dossiers: duplicates have to be found."""
    shutil.copytree(RULES, folder)
    file = folder / "datasets.yaml"
    first, column = "    columns:\n", "      - { id: dossier_id, type: string }\n"
    file.write_text(file.read_text().replace(first, f"    key: [dossier_id]\n{first}{column}", 1))
    return folder


def repeated_rules(folder, count):
    """Rules with `count` obligations: the twenty, and then again under other ids with other limits."""
    shutil.copytree(RULES, folder)
    file = folder / "obligations.yaml"
    head, *obligations = re.split(r"(?m)^(?=  - id: )", file.read_text())
    twenty = [text for text in obligations if text.startswith("  - id: o")]
    file.write_text(head + "".join(varied(twenty[i % 20], i // 20) for i in range(count)))
    return folder


def varied(obligation, copy):
    """An obligation under another id, with limits that differ a little; the first copy is the original."""
    if copy == 0:
        return obligation
    replacements = [
        (r"(- id: o\d+)", lambda found: f"{found[1]}-{copy}"),
        (r"(title(?:-en)?: )(.*)", lambda found: f"{found[1]}{found[2]} ({copy})"),
        (r"at-least: (\d+)%", lambda found: f"at-least: {int(found[1]) - copy}%"),
        (r"at-most: (\d+)%", lambda found: f"at-most: {int(found[1]) + copy}%"),
        (r"at-least: (\d\.\d+)", lambda found: f"at-least: {float(found[1]) - copy / 100:.2f}"),
        (r"fee_amount > 0", lambda _: f"fee_amount > {1000 * copy}"),
        (r"max_days\b(?=\n)", lambda _: f"max_days + {copy}"),
        (r"<= 1\b", lambda _: f"<= {1 + copy}"),
        (r"2025-06-01T", lambda _: f"2025-06-{1 + copy:02}T"),
    ]
    for pattern, replacement in replacements:
        obligation = re.sub(pattern, replacement, obligation)
    return obligation

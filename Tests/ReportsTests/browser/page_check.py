#!/usr/bin/env python3
"""Opens an HTML report in a headless Chromium and uses it as a reader would.

    page_check.py REPORT.html PICTURES [--record]

Checks that nothing is said on the console, that search, filters, links and keys do what they say, that an
accessibility checker (axe-core) finds nothing, that nothing is wider than a phone, that the print has its
text and page numbers, and that pictures look as recorded. Needs playwright and axe-playwright-python (PyPI) and
a Chromium; without them it says SKIPPED and ends well.
"""

import base64
import pathlib
import shutil
import sys
import tempfile

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError as missing:
    print(f"SKIPPED browser: {missing.name} is not installed")
    sys.exit(0)

BROWSER = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
SIZES = {"desktop": (1360, 900), "phone": (390, 844)}
# How much of a picture may differ: anti-aliasing does from version to version, a lost column does not.
TOLERANCE = 0.02

failures = []


def expect(condition, words):
    if not condition:
        failures.append(words)


def use(page):
    """Search, filters, a drill-down, the keys of the map."""
    shown = lambda: page.locator("section.unit:visible").count()
    verdicts = lambda: page.locator("details.verdict:visible").count()
    units = shown()
    expect(units > 1, "there are units")

    first = page.locator("section.unit h3").first
    name = first.evaluate("h => h.firstChild.data.trim()")
    page.fill("[name=query]", name.lower())
    page.wait_for_timeout(400)
    expect(1 <= shown() < units, f"a search for '{name}' leaves fewer units: {shown()}")
    plain = page.evaluate("t => t.normalize('NFD').replace(/\\p{Mn}/gu, '').replace(/[đĐ]/g, 'd')", name)
    page.fill("[name=query]", plain)
    page.wait_for_timeout(400)
    expect(1 <= shown() < units, f"a search without accents finds '{plain}' too")
    page.fill("[name=query]", "qqqq")
    page.wait_for_timeout(400)
    expect(shown() == 0, "nothing is shown for what is not there")
    expect(page.inner_text(".filters .count").endswith("."), "and that is said")
    page.click(".reset")
    expect(shown() == units, "clearing the filters shows all units")

    record = page.locator(".records tbody td:first-child").first
    key = record.evaluate("cell => cell.textContent")
    page.fill("[name=query]", key)
    page.wait_for_timeout(400)
    expect(page.locator("tr.hit:visible").count() >= 1, f"the record '{key}' is found and marked")
    page.click(".reset")

    page.check("[name=outcome][value=violated]")
    others = page.locator("details.verdict:visible:not(.violated)").count()
    expect(verdicts() > 0 and others == 0, "an outcome filters verdicts")
    page.click(".reset")
    select = page.locator("[name=unit]")
    if select.count():
        page.select_option("[name=unit]", index=1)
        expect(shown() == 1, "a unit filters units")
        expect(page.locator(".map tbody tr:visible").count() == 1, "and rows of the map")
        page.click(".reset")

    cell = page.locator(".map td.violated a").first
    target = cell.get_attribute("href")[1:]
    cell.click()
    opened = page.locator(f'[id="{target}"]')
    expect(opened.evaluate("d => d.open"), "a cell of the map opens its verdict")
    expect(opened.locator("dd").count() > 3, "which says what was measured against what")
    expect(page.evaluate("document.activeElement.localName") == "summary", "and has the focus")

    links = page.locator(".map td a[tabindex='0']")
    expect(links.count() == 1, "the map is one stop of the Tab key")
    links.first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.evaluate("document.activeElement.closest('.map td') !== null"), "arrows move in it")


def check_access(page, name):
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    for violation in results.response["violations"]:
        nodes = [node["html"][:120] for node in violation["nodes"][:3]]
        failures.append(f"axe, {name}: {violation['id']}: {violation['help']}: {nodes}")


def compare(page, name, picture, pictures, record):
    """The part of a picture's points that differ from the recorded one's."""
    path = pictures / f"{name}.png"
    if record:
        path.write_bytes(picture)
        return
    if not path.exists():
        return failures.append(f"no picture {path.name}: record it with --record")
    urls = ["data:image/png;base64," + base64.b64encode(data).decode() for data in (picture, path.read_bytes())]
    share = page.evaluate(
        """async urls => {
          const [a, b] = await Promise.all(urls.map(async url => {
            const image = new Image(); image.src = url; await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext('2d');
            pen.drawImage(image, 0, 0);
            return pen.getImageData(0, 0, image.width, image.height);
          }));
          if (a.width !== b.width || a.height !== b.height) return 1;
          let other = 0;
          for (let i = 0; i < a.data.length; i += 4)
            if (Math.abs(a.data[i] - b.data[i]) + Math.abs(a.data[i + 1] - b.data[i + 1])
                + Math.abs(a.data[i + 2] - b.data[i + 2]) > 96) other++;
          return other / (a.data.length / 4);
        }""", urls)
    expect(share <= TOLERANCE, f"picture {name}: {share:.1%} of it differs from the recorded one")


def machine(browser):
    return f"Chromium {browser.version.split('.')[0]}\n"


def main():
    report, pictures = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    record = "--record" in sys.argv
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        note = pictures / "browser.txt"
        if record:
            pictures.mkdir(exist_ok=True)
            note.write_text(machine(browser))
        is_same = note.exists() and note.read_text() == machine(browser)
        if not is_same:
            print(f"SKIPPED pictures: this is {machine(browser).strip()}, they are of another")
        blank = browser.new_page()

        for scheme in ("light", "dark"):
            for name, (width, height) in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                page.on("console", lambda message: failures.append(f"console: {message.text}"))
                page.on("pageerror", lambda error: failures.append(f"error: {error}"))
                page.goto(report.as_uri())
                wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                expect(wider <= 0, f"{name}: the page is {wider} points too wide")
                if is_same:
                    compare(blank, f"{name}-{scheme}", page.screenshot(), pictures, record)
                if name == "desktop" and scheme == "light":
                    use(page)
                # What lies under the bar that stays at the top would count as too small to touch.
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true); scrollTo(0, 0)")
                check_access(page, f"{name}, {scheme}")
                page.close()

        page = browser.new_page(viewport={"width": 794, "height": 1123})
        page.goto(report.as_uri())
        page.emulate_media(media="print")
        if is_same:
            compare(blank, "print", page.screenshot(), pictures, record)
        expect(not page.is_visible("nav"), "paper has no navigation")
        expect(page.is_visible(".document-head"), "paper has the head of a document")
        with tempfile.TemporaryDirectory() as folder:
            check_print(page, pathlib.Path(folder) / "report.pdf")
        without = browser.new_context(java_script_enabled=False).new_page()
        without.goto(report.as_uri())
        expect(without.locator("section.unit").count() > 1, "without a script all units are there")
        expect(not without.is_visible("#filters"), "and no filters that do nothing")
        browser.close()

    for failure in failures:
        print("FAILED", failure)
    print(f"browser: {len(failures)} failures")
    sys.exit(1 if failures else 0)


def check_print(page, path):
    """The text of the print, with its accents."""
    page.pdf(path=str(path), prefer_css_page_size=True)
    if not shutil.which("pdftotext"):
        return print("SKIPPED text of the print: pdftotext is not installed")
    import subprocess
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True).stdout
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "PHỤ LỤC I.", "ĐỀ NGHỊ GIẢI TRÌNH"):
        expect(words in text, f"the print says {words}")
    sheets = text.split("\f")
    expect(any(sheet.strip().startswith("2") for sheet in sheets[1:3]), "pages have numbers")


if BROWSER is None:
    print("SKIPPED browser: no Chromium on the path")
else:
    main()

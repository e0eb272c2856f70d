"use strict";

// What the page can do with a script: filters, search, the keys of the map, links into closed parts.
// Without it all of the page can still be read.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // --- Texts

  /** Without accents and capitals: "Đúng hạn" is found by "dung han". */
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

  const plainTexts = new WeakMap();
  const plainText = (element) => {
    if (!plainTexts.has(element)) plainTexts.set(element, plain(element.textContent));
    return plainTexts.get(element);
  };

  const number = new Intl.NumberFormat(document.documentElement.lang);

  // --- What can be filtered

  const columns = new Map(
    all(".map thead th[data-o]").map((head, index) => [
      head.dataset.o,
      { head, index, directive: head.dataset.d, severity: head.dataset.s },
    ]));

  const mapRows = new Map(all(".map tbody tr").map((row) => [row.dataset.u, row]));

  const item = (element) => ({
    element,
    obligation: element.dataset.o,
    group: element.dataset.g ?? "",
    heads: (element.dataset.h ?? "").split("\n"),
  });

  const units = all("section.unit").map((element) => ({
    element,
    code: element.dataset.u,
    level: element.dataset.level,
    title: plain(element.querySelector("h3").textContent),
    others: element.querySelector("details.others"),
    items: all("details.verdict, .others tbody tr", element).map(item),
  }));

  // --- Filters

  const filters = document.getElementById("filters");
  const count = filters?.querySelector(".count");
  const extract = document.querySelector(".extract");

  const wanted = () => {
    const value = (name) => filters.querySelector(`[name=${name}]`)?.value ?? "";
    return {
      terms: plain(value("query")).split(/\s+/).filter(Boolean),
      outcomes: all("[name=outcome]:checked", filters).map((box) => box.value),
      unit: value("unit"), level: value("level"), group: value("group"), head: value("head"),
      directive: value("directive"), obligation: value("obligation"), severity: value("severity"),
    };
  };

  const isNarrowed = (want) =>
    Object.values(want).some((value) => value.length > 0);

  const fitsColumn = (want, obligation) => {
    const column = columns.get(obligation);
    return (!want.obligation || want.obligation === obligation)
      && (!want.directive || want.directive === column?.directive)
      && (!want.severity || want.severity === column?.severity);
  };

  const fitsItem = (want, unit, item) =>
    fitsColumn(want, item.obligation)
    && (!want.group || want.group === item.group)
    && (!want.head || item.heads.includes(want.head))
    && (!want.outcomes.length || want.outcomes.some((name) => item.element.classList.contains(name)))
    && want.terms.every((term) => unit.title.includes(term) || plainText(item.element).includes(term));

  /** Shows the verdicts of a unit that fit, and gives them. */
  const filterUnit = (want, unit) => {
    const fits = (!want.unit || want.unit === unit.code) && (!want.level || want.level === unit.level);
    const shown = unit.items.filter((item) => {
      const isShown = fits && fitsItem(want, unit, item);
      item.element.hidden = !isShown;
      return isShown;
    });
    unit.element.hidden = shown.length === 0;
    if (unit.others) {
      unit.others.hidden = !shown.some((item) => unit.others.contains(item.element));
      unit.others.open = !unit.others.hidden && isNarrowed(want) && want.outcomes.length > 0;
    }
    return shown;
  };

  const filterRow = (unit, shown) => {
    const row = mapRows.get(unit.code);
    if (!row) return;
    row.hidden = shown.length === 0;
    const obligations = new Set(shown.map((item) => item.obligation));
    for (const [obligation, column] of columns) {
      row.cells[column.index + 1].classList.toggle("off", !obligations.has(obligation));
    }
  };

  const filterColumns = (want) => {
    const rows = Array.from(mapRows.values());
    for (const [obligation, column] of columns) {
      const isHidden = !fitsColumn(want, obligation);
      if (column.head.hidden === isHidden) continue;
      column.head.hidden = isHidden;
      for (const row of rows) row.cells[column.index + 1].hidden = isHidden;
    }
  };

  const heads = all("section.head").map((element) => ({
    element, row: document.querySelector(`.heads a[href="#${element.id}"]`)?.closest("tr"),
  }));

  const filterHeads = (want, shownUnits) => {
    for (const { element, row } of heads) {
      const fits = shownUnits.has(element.dataset.u)
        && (!want.head || want.head === element.dataset.h)
        && want.terms.every((term) => plainText(element).includes(term));
      element.hidden = !fits;
      if (row) row.hidden = !fits;
    }
  };

  /** Few verdicts are opened, and the records that were searched for marked. */
  const reveal = (want, shown) => {
    for (const row of all("tr.hit")) row.classList.remove("hit");
    if (!want.terms.length || shown.length > 20) return;
    for (const { element } of shown) {
      if (element.localName !== "details") continue;
      const rows = all(".records tbody tr", element)
        .filter((row) => want.terms.every((term) => plainText(row).includes(term)));
      for (const row of rows) row.classList.add("hit");
      if (rows.length) element.open = true;
    }
  };

  const say = (words, ...values) =>
    words.replace(/\{(\d)\}/g, (_, place) => number.format(values[place]));

  const apply = () => {
    const want = wanted();
    const shown = units.map((unit) => [unit, filterUnit(want, unit)]);
    for (const [unit, items] of shown) filterRow(unit, items);
    filterColumns(want);
    const left = shown.filter(([, items]) => items.length > 0);
    filterHeads(want, new Set(left.map(([unit]) => unit.code)));
    const items = left.flatMap(([, items]) => items);
    reveal(want, items);
    count.textContent = items.length
      ? say(filters.dataset.shown, items.length, left.length) : filters.dataset.none;
    if (extract) extract.hidden = !isNarrowed(want);
  };

  const reset = () => {
    for (const input of all("input, select", filters)) {
      if (input.type === "checkbox") input.checked = false; else input.value = "";
    }
    apply();
  };

  if (filters && units.length) {
    filters.hidden = false;
    let timer = 0;
    filters.addEventListener("input", (event) => {
      clearTimeout(timer);
      timer = setTimeout(apply, event.target.name === "query" ? 150 : 0);
    });
    filters.querySelector(".reset").addEventListener("click", reset);
    apply();
  }

  // --- Links into closed parts

  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) reset();
    for (let part = target; part; part = part.parentElement) {
      if (part.localName === "details") part.open = true;
    }
    target.scrollIntoView();
    if (target.localName === "details") target.querySelector("summary").focus({ preventScroll: true });
  };
  addEventListener("hashchange", open);
  if (location.hash) open();

  // --- The keys of the map: one stop of the Tab key, arrows from cell to cell

  const table = document.querySelector(".map");
  if (table) {
    const links = all("td a", table);
    for (const link of links) link.tabIndex = -1;
    if (links.length) links[0].tabIndex = 0;
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const next = (cell, [down, right]) => {
      let row = cell.parentElement;
      let index = cell.cellIndex;
      for (;;) {
        if (down) row = down > 0 ? row.nextElementSibling : row.previousElementSibling;
        index += right;
        const link = row?.cells[index]?.querySelector("td > a");
        if (!row?.cells[index] || index < 1) return null;
        if (link && !row.hidden && !row.cells[index].hidden) return link;
      }
    };
    table.addEventListener("keydown", (event) => {
      const step = steps[event.key];
      const cell = event.target.closest("td");
      const link = step && cell ? next(cell, step) : null;
      if (!link) return;
      event.preventDefault();
      event.target.tabIndex = -1;
      link.tabIndex = 0;
      link.focus();
    });
  }

  // --- Parts that scroll sideways can be reached with the keyboard

  const reach = (part) => {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
  };
  const parts = all(".scroll");
  if (parts.length < 200) parts.forEach(reach);
  document.addEventListener("toggle", (event) => all(".scroll", event.target).forEach(reach), true);

  // --- On paper closed parts are open

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details.verdict:not([open]), details.defects:not([open]), #manifest details:not([open])");
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
})();

/* Search, filter and sort in the overview of companies. Without this script the table is sorted by
   name, and lists below it group the companies; nothing is loaded from anywhere. */
(() => {
  "use strict";

  const table = document.querySelector(".cp-index table");
  if (!table) {
    return;
  }
  const rows = [...table.tBodies[0].rows];
  const headers = [...table.tHead.rows[0].cells];
  const text = (cell) => cell.textContent.trim();
  const first = (cell) => text(cell.querySelector("p") ?? cell);
  const words = (text) => text.toLocaleLowerCase();

  const form = document.createElement("form");
  form.className = "cp-filter";
  form.setAttribute("role", "search");
  form.addEventListener("submit", (event) => event.preventDefault());

  const add = (label, field) => {
    const box = document.createElement("label");
    box.append(label, " ", field);
    form.append(box);
    field.addEventListener("input", show);
    return field;
  };

  const search = document.createElement("input");
  search.type = "search";
  search.autocomplete = "off";
  add(text(headers[0]), search);

  /* A choice for each property whose values are listed below the table. */
  const choices = [...document.querySelectorAll(".cp-group")].map((group) => {
    const title = group.previousElementSibling;
    const column = headers.findIndex((header) => text(header) === text(title));
    const field = document.createElement("select");
    field.append(new Option("–", ""));
    for (const value of group.querySelectorAll("dt")) {
      const name = text(value).replace(/:$/, "");
      field.append(new Option(name, name));
    }
    add(text(title), field);
    return { field, column };
  });

  const count = document.createElement("output");
  count.setAttribute("aria-live", "polite");
  form.append(count);

  function show() {
    const wanted = words(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const content = words(text(row));
      const fits =
        wanted.every((word) => content.includes(word)) &&
        choices.every(
          ({ field, column }) => !field.value || first(row.cells[column]) === field.value,
        );
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    count.value = `${shown} / ${rows.length}`;
  }

  /* Figures sort by their size, everything else by its letters; what is not stated comes last. */
  const amount = (text) => {
    const number = Number.parseFloat(text.replaceAll(",", "").replace(/^[^\d-]+/, ""));
    const unit = /trillion|万亿/.test(text) ? 1e12
      : /billion/.test(text) ? 1e9
      : /亿/.test(text) ? 1e8
      : /million/.test(text) ? 1e6
      : /万/.test(text) ? 1e4
      : 1;
    return /^[^\p{L}]*\d/u.test(text) ? number * unit : Number.NaN;
  };
  const compare = (one, other) => {
    const [a, b] = [amount(one), amount(other)];
    return Number.isNaN(a) || Number.isNaN(b) ? one.localeCompare(other) : a - b;
  };

  headers.forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...(header.querySelector("p") ?? header).childNodes);
    header.replaceChildren(button);
    button.addEventListener("click", () => {
      const falls = header.getAttribute("aria-sort") === "ascending";
      headers.forEach((other) => other.removeAttribute("aria-sort"));
      header.setAttribute("aria-sort", falls ? "descending" : "ascending");
      const key = (row) => first(row.cells[column]);
      rows.sort((one, other) => {
        const [a, b] = [key(one), key(other)];
        if (!a || !b) {
          return (a ? 0 : 1) - (b ? 0 : 1);
        }
        return falls ? compare(b, a) : compare(a, b);
      });
      table.tBodies[0].append(...rows);
    });
  });

  table.closest(".cp-index").before(form);
  show();
})();

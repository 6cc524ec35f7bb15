// Reloads the page when the site was built anew, and shows what is wrong with the data.
(() => {
  "use strict";
  const style = `
    #live-problems { position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 45vh;
      overflow: auto; padding: .75rem 1rem; font: 14px/1.5 system-ui, sans-serif;
      color: #1b1b1b; background: #fff4e5; border-top: 3px solid #b54708; }
    #live-problems h2 { margin: 0 0 .25rem; font-size: 1rem; }
    #live-problems ul { margin: 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
    #live-problems button { float: right; font: inherit; cursor: pointer; }
    @media (prefers-color-scheme: dark) {
      #live-problems { color: #f5f5f5; background: #3b2410; border-color: #f79009; } }
    @media print { #live-problems { display: none; } }`;
  let built = null;

  function show(problems) {
    document.getElementById("live-problems")?.remove();
    if (!problems.length) return;
    const box = document.createElement("aside");
    box.id = "live-problems";
    box.setAttribute("role", "status");
    const sheet = document.createElement("style");
    sheet.textContent = style;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => box.remove());
    const heading = document.createElement("h2");
    heading.textContent = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const list = document.createElement("ul");
    for (const problem of problems) {
      const item = document.createElement("li");
      item.textContent = problem;
      list.append(item);
    }
    box.append(sheet, close, heading, list);
    document.body.append(box);
  }

  new EventSource("/-/events").addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (built !== null && state.built !== built) {
      location.reload();
      return;
    }
    built = state.built;
    show(state.problems);
  });
})();

"use strict";
(() => {
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const find = (id) => document.getElementById(id);
  const views = all(".view");
  const notes = all(".note");
  const marked = all("[data-n]").map((mark) => [mark, mark.dataset.n.split(" ").map(find)]);

  // One view at a time: the one that the address names, or the one with the place that it names.
  const show = () => {
    let place = null;
    try { place = find(decodeURIComponent(location.hash.slice(1))); } catch { /* no address of ours */ }
    const view = place?.closest(".view") ?? (place ? views.find((each) => each.classList.contains("current")) : null) ?? views[0];
    for (const each of views) each.classList.toggle("current", each === view);
    for (const each of all(".here")) each.classList.remove("here");
    mark(view, place);
    count();
  };

  const mark = (view, place) => {
    if (!place) return;
    for (let around = place; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
    if (place.classList.contains("view")) {
      scrollTo(0, 0);
      view.querySelector("h2").focus({ preventScroll: true });
      return;
    }
    const pieces = all("[data-r]", view).filter((each) => each.dataset.r.split(" ").includes(place.id));
    const note = place.id.replace(/-m$/, "");
    const words = all("mark", view).filter((each) => each.dataset.n.split(" ").includes(note));
    for (const each of [place, ...pieces, ...words]) if (!each.matches("h2, main")) each.classList.add("here");
    place.scrollIntoView({ block: place.matches("details, .block") ? "start" : "center" });
    place.focus({ preventScroll: true });
  };

  const status = find("status");
  const boxes = all("#filters input");
  const filter = () => {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const topic = find("topic").value, rule = find("rule").value;
    for (const note of notes) {
      const data = note.dataset;
      note.hidden = !severities.has(data.severity) || (topic && data.topic !== topic) || (rule && data.rule !== rule);
    }
    for (const [mark, about] of marked) {
      const off = about.every((note) => note?.hidden);
      if (mark.tagName === "MARK") mark.classList.toggle("off", off); else mark.hidden = off;
    }
    const everything = notes.every((note) => !note.hidden);
    for (const row of all("tr[data-view]")) {
      const left = all(".note:not([hidden])", find(row.dataset.view));
      row.hidden = !everything && !left.length;
      for (const name of ["error", "warning", "info"]) {
        const cell = row.querySelector(`.${name}`);
        if (cell) cell.textContent = left.filter((note) => note.dataset.severity === name && !("suppressed" in note.dataset)).length || "\u00b7"; // the page is written in ASCII
      }
    }
    count();
  };

  // How much there is in the article that is shown, or in all of them where that is the index.
  const count = () => {
    const view = views.find((each) => each.classList.contains("current"));
    if (!status || !view) return;
    const isIndex = view.id === "all";
    const mine = isIndex ? notes : all(".note", view);
    const shown = mine.filter((note) => !note.hidden);
    const at = shown.findIndex((note) => note.classList.contains("here"));
    const of = (key, value) => mine.filter((note) => note.dataset[key] === value).length;
    for (const each of all("[data-count]")) each.textContent = of("severity", each.dataset.count);
    for (const each of all("option[data-name]")) {
      const number = of(each.parentElement.id, each.value);
      each.textContent = `${each.dataset.name} (${number})`;
      each.hidden = !number && !each.selected;
    }
    const some = shown.length < mine.length ? `${shown.length} of ${mine.length}` : `${mine.length}`;
    status.textContent = at >= 0 ? `Finding ${at + 1} of ${shown.length}`
      : `${some} finding${mine.length === 1 ? "" : "s"}${views.length > 1 && !isIndex ? " here" : ""}`;
  };

  const step = (by) => {
    const view = views.find((each) => each.classList.contains("current"));
    let shown = all(".note:not([hidden])", view);
    if (!shown.length) shown = notes.filter((note) => !note.hidden);
    if (!shown.length) return;
    const at = shown.findIndex((note) => note.classList.contains("here") || `#${note.id}` === location.hash);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    go(shown[next].id);
  };
  const go = (id) => { location.hash = id; show(); };

  addEventListener("hashchange", show);
  addEventListener("load", show); // the browser has scrolled to where the place was before
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link?.getAttribute("href")?.startsWith("#") && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      go(link.hash.slice(1));
      return;
    }
    const mark = event.target.closest("mark[data-n]");
    if (!mark || link || !getSelection().isCollapsed) return;
    const note = mark.dataset.n.split(" ").map(find).find((each) => each && !each.hidden);
    if (note) go(note.id);
  });
  if (find("filters")) {
    find("filters").hidden = false;
    for (const control of all("#filters input, #filters select")) control.addEventListener("change", filter);
    find("next").addEventListener("click", () => step(1));
    find("previous").addEventListener("click", () => step(-1));
    filter();
  }
  // On paper, each rule is explained once in an article, and passages stand side by side.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(".current .note[data-first] details:not([open]), .current .sides:not([open]), .current .sheet:not([open])");
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of opened) each.open = false; });
  show();
})();

(function () {
  "use strict";
  var root = document.documentElement;
  var toRoot = root.dataset.root || "";
  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  // ---- light and dark ----
  var system = matchMedia("(prefers-color-scheme: dark)");
  var switches = all(".theme");
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : system.matches; }
  function nameSwitches() { switches.forEach(function (button) { button.textContent = isDark() ? "Light page" : "Dark page"; }); }
  switches.forEach(function (button) {
    button.hidden = false;
    button.onclick = function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("shallownet-theme", root.dataset.theme); } catch (e) { /* not remembered */ }
      nameSwitches();
    };
  });
  system.addEventListener("change", nameSwitches);
  nameSwitches();

  // ---- contents on a narrow screen ----
  var menu = document.getElementById("menu"), sidebar = document.getElementById("sidebar");
  function openMenu(open) {
    document.body.classList.toggle("menu-open", open);
    menu.setAttribute("aria-expanded", String(open));
  }
  menu.onclick = function () { openMenu(menu.getAttribute("aria-expanded") !== "true"); };
  sidebar.addEventListener("click", function (e) { if (e.target.closest("a")) openMenu(false); });
  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape" && document.body.classList.contains("menu-open")) { openMenu(false); menu.focus(); }
  });
  document.addEventListener("click", function (e) {
    if (document.body.classList.contains("menu-open") && !e.target.closest("#sidebar, .bar")) openMenu(false);
  });

  // ---- copy button on code ----
  function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    var area = make("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copying was refused"));
  }
  all(".source, .prose > pre").forEach(function (block) {
    if (block.matches("pre")) { var around = make("div", "source"); block.replaceWith(around); around.append(block); block = around; }
    var button = make("button", "copy", "Copy");
    button.type = "button";
    button.setAttribute("aria-label", "Copy this code");
    button.onclick = function () {
      copy(block.querySelector("pre").textContent).then(function () { return "Copied"; }, function () { return "Not copied"; }).then(function (says) {
        button.textContent = says;
        setTimeout(function () { button.textContent = "Copy"; }, 1500);
      });
    };
    block.append(button);
  });

  // ---- what can be scrolled sideways can be reached by keyboard ----
  function markScrollers() {
    // A formula in a line breaks between its parts; a part that is wider than the line, such as a matrix, scrolls.
    var formulas = all(".math.typeset:not(.math-display)").map(function (place) {
      var room = (place.closest("p, li, td, th, dd, summary, blockquote, h1, h2, h3, h4") || place.parentElement).clientWidth;
      return [place, all(".katex-base", place).some(function (part) { return part.offsetWidth > room; })];
    });
    formulas.forEach(function (pair) { pair[0].classList.toggle("wide", pair[1]); });
    all(".scrolls, .math-display, .math.wide, .output.rich div:not(.sn-plot *), .output.rich pre").forEach(function (box) {
      var style = getComputedStyle(box), wide = box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(style.overflowX);
      if (wide || box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(style.overflowY)) { box.tabIndex = 0; box.dataset.scrolls = ""; }
      else if ("scrolls" in box.dataset) { box.removeAttribute("tabindex"); delete box.dataset.scrolls; }
    });
  }
  addEventListener("resize", markScrollers);
  addEventListener("load", markScrollers);
  addEventListener("afterprint", markScrollers);
  markScrollers();

  // ---- TeX ----
  function typeset() {
    all(".math").forEach(function (place) {
      var tex = place.textContent;
      place.setAttribute("data-tex", tex);
      try {
        window.katex.render(tex, place, { displayMode: place.classList.contains("math-display"), throwOnError: false });
        place.classList.add("typeset");
      } catch (e) { place.textContent = tex; }
    });
    markScrollers();
    root.dataset.typeset = "true";
    if (location.hash) jump();
  }
  function loadKatex() {
    if (!document.querySelector(".math")) return;
    var style = make("link"), script = make("script");
    style.rel = "stylesheet";
    if (root.dataset.katexScript) {
      style.crossOrigin = script.crossOrigin = "anonymous";
      style.integrity = root.dataset.katexStyle;
      script.integrity = root.dataset.katexScript;
    }
    style.href = root.dataset.katex + "katex.min.css";
    script.src = root.dataset.katex + "katex.min.js";
    script.onload = typeset;
    script.onerror = function () {
      var note = make("p", "plain-tex", "The formulas on this page are TeX source: KaTeX, which typesets them, could not be loaded. ");
      note.append("With a network they appear; a copy of KaTeX in the folder katex beside the pages works without one.");
      document.querySelector("article > header").after(note);
    };
    document.head.append(style, script);
  }
  loadKatex();

  // ---- a link into a folded block opens it ----
  function jump() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (var block = target.closest("details"); block; block = block.parentElement.closest("details")) block.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", jump);

  // ---- what comes after a prediction: a question is opened as a whole, all of them by one button, which is remembered ----
  var reveals = all("details.reveal"), showAll = document.getElementById("show-all");
  function isHeading(element) { return !!element.querySelector(":scope > :is(h2, h3, h4)"); }
  function sameQuestion(block) {
    var together = [block];
    for (var next = block.closest("section").nextElementSibling; next && !isHeading(next) && !next.querySelector(".predict"); next = next.nextElementSibling)
      together = together.concat(all("details.reveal", next));
    return together;
  }
  function remembers(value) {
    try {
      if (value === undefined) return localStorage.getItem("shallownet-show-all") === "yes";
      localStorage.setItem("shallownet-show-all", value ? "yes" : "no");
    } catch (e) { /* not remembered */ }
    return false;
  }
  function revealAll(open) {
    reveals.forEach(function (block) { block.open = open; });
    if (showAll) { showAll.textContent = open ? "Hide what comes after each prediction" : "Show what comes after each prediction"; showAll.setAttribute("aria-pressed", String(open)); }
  }
  reveals.forEach(function (block) {
    block.querySelector("summary").addEventListener("click", function () {
      if (!block.open) sameQuestion(block).forEach(function (other) { if (other !== block) other.open = true; });
    });
  });
  if (showAll && reveals.length) {
    showAll.hidden = false;
    showAll.onclick = function () { var open = showAll.getAttribute("aria-pressed") !== "true"; remembers(open); revealAll(open); };
    revealAll(remembers());
  }

  // ---- printing opens all folded blocks, and makes formulas narrow enough for A4 ----
  var paper = 680, largest = 1.05;
  // First of all: a figure in a folded block cannot be drawn.
  addEventListener("beforeprint", function () {
    all("details:not([open])").forEach(function (d) { d.open = true; d.dataset.folded = "true"; });
    all(".math-display.typeset").forEach(function (place) {
      var width = all(".katex-base, .tag", place).reduce(function (sum, part) { return sum + part.offsetWidth; }, 0);
      if (width > paper) place.querySelector(".katex").style.fontSize = largest * paper / width + "em";
    });
  }, true);
  addEventListener("afterprint", function () {
    all("details[data-folded]").forEach(function (d) { d.open = false; delete d.dataset.folded; });
    all(".math-display .katex").forEach(function (formula) { formula.style.fontSize = ""; });
  });

  // ---- the heading being read, in the contents ----
  var links = all(".headings a"), marked = null, waiting = false;
  var headings = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
  function follow() {
    waiting = false;
    var now = -1;
    headings.forEach(function (heading, i) { if (heading && heading.getBoundingClientRect().top < innerHeight * 0.28) now = i; });
    if (now >= 0 && innerHeight + scrollY >= document.body.scrollHeight - 4) {
      headings.forEach(function (heading, i) { if (heading && heading.getBoundingClientRect().top < innerHeight * 0.6) now = i; });
    }
    if (links[now] === marked) return;
    if (marked) marked.removeAttribute("aria-current");
    marked = links[now] || null;
    if (!marked) return;
    marked.setAttribute("aria-current", "location");
    var box = sidebar.getBoundingClientRect(), place = marked.getBoundingClientRect();
    if (place.top < box.top + 60 || place.bottom > box.bottom - 60) sidebar.scrollTop += place.top - box.top - box.height / 2;
  }
  addEventListener("scroll", function () { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
  follow();
  var here = sidebar.querySelector("[aria-current=page]");
  if (here && here.offsetTop > sidebar.clientHeight - 80) sidebar.scrollTop = here.offsetTop - sidebar.clientHeight / 3;

  // ---- search ----
  var box = document.getElementById("search"), results = document.getElementById("search-results"), says = document.getElementById("search-status");
  var loading = null;
  function index() {
    loading = loading || new Promise(function (resolve, reject) {
      var script = make("script");
      script.src = toRoot + "assets/search.js";
      script.onload = function () { resolve(window.bookIndex); };
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }
  // Words that readers look for, and the words of the course.
  var synonyms = [
    ["vanishing gradient", "slope vanish"], ["exploding gradient", "large weights"], ["dead relu", "silent"], ["dying relu", "silent"], ["backprop", "back-propagation"],
    ["loss", "cost"], ["neuron", "unit"], ["node", "unit"], ["step size", "learning rate"], ["hadamard", "elementwise"], ["kaiming", "He"], ["glorot", "Xavier"],
    ["sgd", "mini-batch"], ["stochastic gradient", "mini-batch"], ["l2", "weight decay"], ["regularization", "weight decay"], ["overfitting", "validation"],
    ["normalization", "standardize"], ["logit", "z"], ["swish", "SiLU"], ["auc", "ROC"], ["sensitivity", "recall"]];
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f\u00ad\u2010-\u2013-]/g, "").toLowerCase(); }
  function words(query) { return plain(query).split(/\s+/).filter(Boolean); }
  function count(text, word) { return text.split(word).length - 1; }
  function search(book, query, weight) {
    var wanted = words(query), found = [];
    if (!wanted.length) return found;
    book.sections.forEach(function (section, order) {
      var page = book.pages[section[0]], title = plain(section[2]), chapter = plain(page[1]), text = plain(section[3]), code = plain(section[4]), score = 0;
      var hit = wanted.every(function (word) {
        var inTitle = title.indexOf(word) >= 0, inText = count(text, word), inCode = count(code, word), inChapter = chapter.indexOf(word) >= 0;
        score += (inTitle ? 40 : 0) + (inChapter ? (section[1] ? 8 : 48) : 0) + 3 * Math.min(inText, 8) + Math.min(inCode, 3);
        return inTitle || inText || inCode || inChapter && !section[1];
      });
      if (hit) found.push({ page: page, section: section, score: score * weight, order: order, query: query });
    });
    return found;
  }
  function find(book, query) {
    var found = search(book, query, 1), asked = plain(query).trim();
    synonyms.forEach(function (pair) {
      if (asked.length < 2 || plain(pair[0]).indexOf(asked) !== 0 && asked.indexOf(plain(pair[0])) !== 0) return;
      search(book, pair[1], 0.5).forEach(function (hit) {
        if (!found.some(function (other) { return other.section === hit.section; })) found.push(hit);
      });
    });
    return found.sort(function (a, b) { return b.score - a.score || a.order - b.order; }).slice(0, 12);
  }
  function excerpt(section, query) {
    var word = words(query)[0], line = make("span", "excerpt");
    var pattern = new RegExp(word.split("").map(function (c) { return c.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }).join("[\\u00ad\\u2010-\\u2013-]?"), "i");
    var text = pattern.test(section[3]) ? section[3] : pattern.test(section[4]) ? section[4] : section[3], match = pattern.exec(text);
    if (!match) { line.textContent = text.slice(0, 100).replace(/\s\S*$/, "") + "…"; return line; }
    var before = text.slice(Math.max(0, match.index - 50), match.index), end = match.index + match[0].length, after = text.slice(end, end + 90);
    if (match.index > 50) before = "…" + before.replace(/^\S*\s/, " ");
    if (end + 90 < text.length) after = after.replace(/\s\S*$/, "") + " …";
    line.append(before, make("mark", "", match[0]), after);
    return line;
  }
  function show(query) {
    return index().then(function (book) {
      var found = find(book, query);
      results.textContent = "";
      document.body.classList.toggle("searching", query.trim() !== "");
      found.forEach(function (hit) {
        var item = make("li"), link = make("a");
        link.href = toRoot + hit.page[0] + (hit.section[1] ? "#" + hit.section[1] : "");
        link.append(make("span", "where", hit.page[1]), make("strong", "", hit.section[2]), excerpt(hit.section, hit.query));
        item.append(link);
        results.append(item);
      });
      says.textContent = query.trim() === "" ? "" : found.length === 0 ? "Nothing found." : found.length + (found.length === 12 ? " or more" : "") + (found.length === 1 ? " place" : " places");
    }, function () { says.textContent = "The search index (assets/search.js) could not be loaded."; });
  }
  box.addEventListener("focus", function () { index().catch(function () { }); });
  box.addEventListener("input", function () { show(box.value); });
  box.addEventListener("keydown", function (e) {
    var first = results.querySelector("a");
    if ((e.key === "ArrowDown" || e.key === "Enter") && first) { e.preventDefault(); if (e.key === "Enter") first.click(); else first.focus(); }
    if (e.key === "Escape") { box.value = ""; show(""); }
  });
  results.addEventListener("keydown", function (e) {
    if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
    e.preventDefault();
    var hits = all("a", results), next = hits.indexOf(document.activeElement) + (e.key === "ArrowDown" ? 1 : -1);
    (hits[next] || box).focus();
  });
  results.addEventListener("click", function (e) { if (e.target.closest("a")) setTimeout(function () { box.value = ""; show(""); }, 0); });
  document.addEventListener("keydown", function (e) {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, [contenteditable]")) return;
    e.preventDefault();
    if (getComputedStyle(menu).display !== "none" && menu.offsetParent) openMenu(true);
    box.focus();
  });
})();

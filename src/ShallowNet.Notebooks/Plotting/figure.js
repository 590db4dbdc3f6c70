// Runs once a page, whichever figure comes first; the figures after it only call shallowNet.draw.
(function (version, cdn, plotlyVersion, onDark, colorway) {
  "use strict";
  var page = window.shallowNet = window.shallowNet || {};
  if (page.version === version) return;
  page.version = version;
  var ready = "shallownet:plotly";

  // ---- plotly.js: the copy on the page, else a file beside the page (page.plotlyUrl), else the CDN ----
  function usable(plotly) { return plotly && typeof plotly.newPlot === "function"; }

  function plotly() {
    if (usable(window.Plotly)) return Promise.resolve(window.Plotly);
    if (!page.loading) {
      page.loading = load(page.plotlyUrl || cdn.url, page.plotlyUrl ? null : cdn.integrity);
      page.loading.catch(function () { page.loading = null; });
    }
    return page.loading;
  }

  function load(url, integrity) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      var showAmd = hideAmd(script);
      script.charset = "utf-8";
      if (integrity) { script.integrity = integrity; script.crossOrigin = "anonymous"; }
      script.onload = function () {
        showAmd();
        if (usable(window.Plotly)) resolve(window.Plotly);
        else reject(new Error("loaded, but window.Plotly is missing"));
      };
      script.onerror = function () { showAmd(); script.remove(); reject(new Error("not loaded: " + url)); };
      script.src = url;
      document.head.appendChild(script);
    });
  }

  // plotly.js hands itself to an AMD loader (require.js) where it sees one and then sets no global. It must not see it,
  // but other scripts that load at the same time must: so the loader is hidden only while our own script runs.
  function hideAmd(script) {
    function ours() { return document.currentScript === script; }
    function guard(owner, name) {
      var value = owner[name];
      try {
        Object.defineProperty(owner, name, {
          configurable: true, enumerable: true,
          get: function () { return ours() ? undefined : value; },
          set: function (v) { value = v; }
        });
      } catch (e) { return function () { }; }
      return function () {
        if (value === undefined) delete owner[name];
        else Object.defineProperty(owner, name, { configurable: true, enumerable: true, writable: true, value: value });
      };
    }
    return typeof window.define === "function" ? guard(window.define, "amd") : guard(window, "define");
  }

  // ---- colors of the page ----
  var pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  function rgba(css) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = "rgba(0,0,0,0)";
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    return pen.getImageData(0, 0, 1, 1).data;
  }

  function mix(a, b, share) {
    return "rgb(" + [0, 1, 2].map(function (i) { return Math.round(a[i] * (1 - share) + b[i] * share); }).join(",") + ")";
  }

  function colors(element) {
    var text = rgba(getComputedStyle(element).color), paper = null;
    for (var e = element; e && !paper; e = e.parentElement) {
      var back = rgba(getComputedStyle(e).backgroundColor);
      if (back[3] > 200) paper = back;
    }
    if (!paper) {
      var editor = getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-background");
      var light = (text[0] * 299 + text[1] * 587 + text[2] * 114) / 1000 > 140;
      paper = editor ? rgba(editor.trim()) : light ? [30, 30, 30] : [255, 255, 255];
    }
    return {
      text: mix(text, paper, 0), muted: mix(text, paper, 0.3), line: mix(text, paper, 0.55), grid: mix(text, paper, 0.86), faint: mix(text, paper, 0.94),
      paper: mix(paper, paper, 0), dark: (paper[0] * 299 + paper[1] * 587 + paper[2] * 114) / 1000 < 110
    };
  }

  function template(c, narrow, font) {
    var size = narrow ? 11 : 12;
    var axis = {
      automargin: true, gridcolor: c.grid, linecolor: c.line, tickcolor: c.line, zerolinecolor: c.line, zeroline: false, showline: true,
      ticks: "outside", ticklen: 4, tickfont: { size: size, color: c.muted }, title: { font: { size: size + 1, color: c.text }, standoff: 8 }, exponentformat: "none", nticks: narrow ? 6 : 0
    };
    var solid = { backgroundcolor: "rgba(0,0,0,0)", gridcolor: c.grid, linecolor: c.line, zerolinecolor: c.line, tickfont: { size: 11, color: c.muted }, title: { font: { size: size + 1, color: c.text } }, showspikes: false };
    var bar = { outlinewidth: 0, thickness: 12, ticks: "", tickfont: { size: size, color: c.muted }, title: { font: { size: size, color: c.text }, side: "top" } };
    return {
      data: { heatmap: [{ colorbar: bar, colorscale: "Cividis" }], contour: [{ colorbar: bar, colorscale: "Cividis" }], surface: [{ colorbar: bar, colorscale: "Cividis" }], scatter: [{ marker: { line: { color: c.paper } }, line: { simplify: false } }] },
      layout: {
        font: { family: font, size: size + 1, color: c.text }, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
        margin: { l: 44, r: 14, t: 12, b: 40 }, xaxis: axis, yaxis: axis, scene: { xaxis: solid, yaxis: solid, zaxis: solid },
        hoverlabel: { bgcolor: c.paper, bordercolor: c.line, font: { family: font, size: 13, color: c.text } }, hovermode: "closest", modebar: { bgcolor: "rgba(0,0,0,0)", color: c.line, activecolor: c.text },
        annotationdefaults: { font: { size: size + 1, color: c.text }, arrowcolor: c.muted, arrowhead: 0, arrowwidth: 1 }, shapedefaults: { line: { color: c.muted } }
      }
    };
  }

  // ---- from the figure's JSON to plotly's ----
  var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", digit = {};
  for (var k = 0; k < 64; k++) digit[alphabet[k]] = k;

  function unpack(grid) {
    var rows = [], row = null, step = (grid.high - grid.low) / 4094;
    for (var i = 0; i < grid.cells.length; i += 2) {
      if (i % (2 * grid.columns) === 0) rows.push(row = []);
      var code = digit[grid.cells[i]] * 64 + digit[grid.cells[i + 1]];
      row.push(code === 4095 ? null : grid.low + code * step);
    }
    return rows;
  }

  function decoded(value) {
    if (Array.isArray(value)) return value.length && typeof value[0] === "number" ? value : value.map(decoded);
    if (!value || typeof value !== "object") return value;
    if (value.sn === "grid") return unpack(value);
    var copy = {};
    for (var name in value) copy[name] = decoded(value[name]);
    return copy;
  }

  // "@text" and its like become the page's colors; on a dark page, the course's own colors become their lighter twins and bands less transparent.
  // Arrays of numbers stay the same array.
  function color(value, c) {
    if (value[0] === "@") return c[value.slice(1)] || value;
    var twin = c.dark && value[0] === "#" && onDark[value.slice(0, 7)];
    if (!twin) return value;
    return value.length < 9 ? twin : twin + Math.min(255, Math.round(1.4 * parseInt(value.slice(7), 16))).toString(16).padStart(2, "0");
  }

  function plain(value) { return typeof value === "number" || value === null; }

  function tinted(value, c) {
    if (typeof value === "string") return color(value, c);
    if (Array.isArray(value)) return plain(value[0]) && plain(value[value.length - 1]) ? value : value.map(function (v) { return tinted(v, c); });
    if (!value || typeof value !== "object") return value;
    var copy = {};
    for (var name in value) copy[name] = tinted(value[name], c);
    return copy;
  }

  function merge(target, patch) {
    for (var name in patch) {
      var value = patch[name];
      if (value && typeof value === "object" && !Array.isArray(value) && target[name] && typeof target[name] === "object") merge(target[name], value);
      else target[name] = value;
    }
  }

  // ---- small multiples: as many side by side as fit, the rest in rows below ----
  // Four panels where three fit become two rows of two.
  function columns(flow, width) {
    var fit = Math.max(1, Math.min(flow.panels, flow.most, Math.floor(width / flow.least)));
    return Math.ceil(flow.panels / Math.ceil(flow.panels / fit));
  }

  function reflow(layout, flow, width, height) {
    var across = columns(flow, width), down = Math.ceil(flow.panels / across);
    var gapX = flow.gapX / width, gapY = flow.gapY / height, top = 22 / height;
    var w = (1 - gapX * (across - 1)) / across, h = (1 - gapY * (down - 1)) / down;
    // Margins that fit themselves to the labels would draw every panel twice.
    layout.margin = Object.assign({}, layout.margin, { t: 4, l: 52, b: 44 });
    for (var i = 0; i < flow.panels; i++) {
      var n = i === 0 ? "" : i + 1, col = i % across, r = Math.floor(i / across), last = i + across >= flow.panels;
      var x = col * (w + gapX), y = 1 - r * (h + gapY) - h;
      var xaxis = layout["xaxis" + n] = layout["xaxis" + n] || {}, yaxis = layout["yaxis" + n] = layout["yaxis" + n] || {};
      xaxis.domain = [x, Math.min(1, x + w)];
      yaxis.domain = [Math.max(0, y), Math.min(1, y + h - top)];
      xaxis.anchor = "y" + n; yaxis.anchor = "x" + n; xaxis.automargin = yaxis.automargin = false;
      if (flow.shareTitles && !last && xaxis.title) xaxis.title = Object.assign({}, xaxis.title, { text: "" });
      if (flow.shareTitles && col > 0 && yaxis.title) yaxis.title = Object.assign({}, yaxis.title, { text: "" });
      var label = (layout.annotations || [])[i];
      if (label) { label.x = x + w / 2; label.y = yaxis.domain[1]; label.xanchor = "center"; label.yanchor = "bottom"; label.xref = label.yref = "paper"; }
    }
  }

  // ---- when to draw: figures near the screen, one at a time, in the pauses that the reader leaves ----
  var views = new Set(), queue = [], busy = false;
  var idle = window.requestIdleCallback ? function (job) { requestIdleCallback(job, { timeout: 400 }); } : function (job) { setTimeout(job, 0); };

  function enqueue(job) { queue.push(job); if (!busy) { busy = true; idle(next); } }
  function next() {
    var job = queue.shift();
    if (!job) { busy = false; return; }
    Promise.resolve(job()).then(function () { idle(next); });
  }

  var near = window.IntersectionObserver && new IntersectionObserver(function (changes) {
    changes.forEach(function (change) { if (change.isIntersecting) { near.unobserve(change.target); change.target.shallowNetDraw(); } });
  }, { rootMargin: "700px 0px" });

  function whenNear(box) { if (near) { near.unobserve(box); near.observe(box); } else box.shallowNetDraw(); }

  // ---- one figure ----
  function view(figure, spec) {
    var box = figure.querySelector(".sn-plot"), keys = Array.from(figure.querySelectorAll(".sn-key"));
    var data = null, plot = null, seen = null, revision = 0, size = 0, step = 0, timer = 0, asked = false;
    var quiet = box.innerHTML;

    box.shallowNetDraw = function () { if (!asked) { asked = true; enqueue(decode); enqueue(function () { asked = false; return draw(); }); } };

    function layoutNow(c, width, height) {
      var style = getComputedStyle(figure), narrow = width < 520, layout = tinted(JSON.parse(JSON.stringify(spec.layout)), c);
      if (!layout.template) layout.template = template(c, narrow, style.fontFamily);
      if (spec.keys) layout.showlegend = false;
      layout.width = width; layout.height = height; layout.autosize = false;
      layout.uirevision = layout.uirevision || 1; layout.datarevision = ++revision;
      if (layout.dragmode === undefined && matchMedia("(pointer: coarse)").matches) layout.dragmode = false;
      var camera = narrow && layout.scene && layout.scene.camera;
      if (camera && camera.eye) for (var way in camera.eye) camera.eye[way] *= 1.2;
      if (spec.flow) reflow(layout, spec.flow, width, height);
      return layout;
    }

    function decode() { data = data || decoded(spec.data); }

    function draw() {
      if (!box.isConnected || !box.clientWidth) return;
      if (usable(window.Plotly)) return paint(window.Plotly);
      return plotly().then(paint, failed);
    }

    function failed(error) { if (plot) console.error(error); else missing(error); }

    // Nothing here waits: a page that is about to be printed gets its figures at once.
    function paint(library) {
      var width = box.clientWidth, height = box.clientHeight;
      if (!width) return;
      try {
        decode();
        seen = colors(figure);
        if (spec.steps) spec.steps[step].data.forEach(function (patch, i) { if (patch) merge(data[i], decoded(patch)); });
        var traces = data.map(function (trace) { return tinted(trace, seen); });
        var layout = layoutNow(seen, width, height);
        size = width;
        if (!plot) { box.textContent = ""; box.classList.remove("js-plotly-plot"); if (layout.scene) passWheel(box); }
        plot = box;
        return library.react(box, traces, layout, Object.assign(config(), spec.config)).then(done).catch(failed);
      } catch (error) { failed(error); }
    }

    // On several panels the toolbar would lie on their titles.
    function config() {
      var bar = !spec.flow && matchMedia("(hover: hover)").matches;
      return { displayModeBar: bar ? "hover" : false, displaylogo: false, responsive: false, scrollZoom: false, modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"] };
    }

    function done() {
      swatches();
      // Print scales the drawing to the paper.
      box.querySelectorAll(".main-svg").forEach(function (svg) { svg.setAttribute("viewBox", "0 0 " + box.clientWidth + " " + box.clientHeight); });
      box.style.setProperty("--sn-drawn", box.clientWidth + "/" + box.clientHeight);
      figure.dataset.drawn = "true"; box.setAttribute("role", "img"); delete figure.dataset.missing;
    }

    function missing(error) {
      figure.dataset.missing = "true";
      // What an image holds is not read out, and this holds a button.
      box.setAttribute("role", "group");
      box.innerHTML = '<div class="sn-note"><span>The figure is not drawn: it needs plotly.js ' + plotlyVersion + ", and <span></span>.</span><span></span><button type=\"button\" class=\"sn-button\">Try again</button></div>";
      var note = box.firstChild.children;
      if (String(error.message).indexOf("not loaded") === 0) {
        note[0].firstElementChild.textContent = (page.plotlyUrl || cdn.url) + " could not be loaded";
        note[1].innerHTML = page.plotlyUrl ? "Put the file back beside this page, or write the pages again."
          : "Without a network, run <code>Course.PutPlotlyInThePage()</code> in a cell of its own: all figures of the notebook then draw.";
      } else note[0].firstElementChild.textContent = "drawing failed: " + error.message;
      note[2].onclick = retry;
    }

    function retry() { if (!plot) { box.innerHTML = quiet; whenNear(box); } }

    // A legend key shows the line or the mark of its first trace.
    function swatches() {
      if (!keys.length) return;
      decode();
      var c = seen || colors(figure);
      keys.forEach(function (key) {
        var index = +key.dataset.traces.split(",")[0], given = tinted(data[index], c), full = (box._fullData || [])[index] || {};
        var line = given.line || {}, marker = given.marker || {}, mode = given.mode || full.mode || "", lines = mode.indexOf("lines") >= 0;
        var auto = color(colorway[index % colorway.length], c);
        var stroke = one(lines && line.color || marker.color || given.fillcolor || line.color || (full.line || {}).color || (full.marker || {}).color) || auto;
        var parts = "";
        if (lines) parts += '<line x1="1" x2="23" y1="6" y2="6" stroke-width="2.5" stroke="' + stroke + '" stroke-dasharray="' + dashes(line.dash) + '"/>';
        if (mode.indexOf("markers") >= 0) parts += symbol(one(marker.symbol), one(marker.color) || stroke);
        if (!parts) parts = '<rect x="5" y="0" width="12" height="12" rx="2" fill="' + stroke + '"/>';
        key.firstElementChild.innerHTML = '<svg width="24" height="12" aria-hidden="true">' + parts + "</svg>";
      });
    }

    function toggle(key) {
      var show = key.getAttribute("aria-pressed") === "false";
      key.setAttribute("aria-pressed", String(show));
      key.dataset.traces.split(",").forEach(function (i) { if (data) data[i].visible = show ? true : "legendonly"; });
      if (plot) draw();
    }

    // ---- slider and play button ----
    var slider = figure.querySelector(".sn-controls input"), play = figure.querySelector(".sn-controls button"), says = figure.querySelector(".sn-controls output");

    function go(i) {
      step = i;
      slider.value = i;
      slider.setAttribute("aria-valuetext", spec.steps[i].name);
      says.textContent = spec.steps[i].name;
      return plot ? draw() : Promise.resolve();
    }

    function stop() { clearTimeout(timer); timer = 0; play.textContent = "▶"; play.setAttribute("aria-label", "Play"); }

    function tick() {
      if (!timer) return;
      if (step >= spec.steps.length - 1 || !box.isConnected) { stop(); return; }
      go(step + 1).then(function () { if (timer) timer = setTimeout(tick, Math.max(60, Math.min(700, 6000 / spec.steps.length))); });
    }

    function start() {
      play.textContent = "❚❚";
      play.setAttribute("aria-label", "Pause");
      timer = setTimeout(tick, 200);
      if (step >= spec.steps.length - 1) go(0);
    }

    if (spec.steps) {
      step = +slider.value;
      slider.oninput = function () { stop(); go(+slider.value); };
      play.onclick = function () { if (timer) stop(); else start(); };
    }

    keys.forEach(function (key) { key.onclick = function () { toggle(key); }; });

    var later = 0;
    new ResizeObserver(function () {
      if (!plot || !box.clientWidth || box.clientWidth === size) return;
      clearTimeout(later);
      later = setTimeout(function () { whenNear(box); }, 60);
    }).observe(box);
    whenNear(box);
    enqueue(swatches);

    var self = {
      retry: retry,
      recolor: function () { if (box.isConnected && JSON.stringify(colors(figure)) !== JSON.stringify(seen)) { if (plot) whenNear(box); else swatches(); } },
      // At the width of a printed page; afterwards at that of the screen again.
      print: function (on) {
        if (!box.isConnected) return;
        if (on && figure.clientWidth > 660) figure.style.maxWidth = "660px";
        if (on) draw();
        else if (figure.style.maxWidth) { figure.style.maxWidth = ""; whenNear(box); }
      }
    };
    views.add(self);
    return self;
  }

  // Without plotly's zoom the wheel belongs to the page. Some hosts scroll only on wheel events that reach them, and plotly keeps them for itself:
  // so the plot never sees the reader's own, its parent gets a copy.
  function passWheel(box) {
    box.addEventListener("wheel", function (event) {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      box.parentElement.dispatchEvent(new WheelEvent("wheel", event));
    }, { capture: true, passive: false });
  }

  function one(value) { return Array.isArray(value) ? (typeof value[0] === "string" ? value[0] : null) : typeof value === "string" ? value : null; }

  function dashes(dash) { return { dash: "7 4", dot: "2.5 3", dashdot: "7 3 2.5 3", longdash: "10 4" }[dash] || ""; }

  function symbol(name, color) {
    var open = /-open$/.test(name || ""), shape = (name || "circle").replace("-open", "");
    var paint = open ? ' fill="none" stroke-width="2" stroke="' + color + '"' : ' fill="' + color + '"';
    if (shape === "diamond") return '<path d="M12 0.5L17.5 6 12 11.5 6.5 6z"' + paint + "/>";
    if (shape === "square") return '<rect x="7.5" y="1.5" width="9" height="9"' + paint + "/>";
    if (shape === "triangle-up") return '<path d="M12 1L17.5 11H6.5z"' + paint + "/>";
    if (shape === "triangle-down") return '<path d="M12 11L17.5 1H6.5z"' + paint + "/>";
    if (shape === "x") return '<path d="M8 2l8 8M16 2l-8 8" stroke-width="3" stroke="' + color + '"/>';
    if (shape === "cross") return '<path d="M12 1v10M7 6h10" stroke-width="3.5" stroke="' + color + '"/>';
    return '<circle cx="12" cy="6" r="4.7"' + paint + "/>";
  }

  // ---- what the page calls ----
  page.draw = function draw(id, spec, tries) {
    var found = document.querySelectorAll('[id="' + id + '"]');
    if (!found.length && (tries || 0) < 40) { setTimeout(function () { draw(id, spec, (tries || 0) + 1); }, 50); return; }
    found.forEach(function (figure) { if (!figure.shallowNet) figure.shallowNet = view(figure, spec); });
  };

  function retryAll() { views.forEach(function (v) { v.retry(); }); }
  window.addEventListener(ready, retryAll);
  window.addEventListener("online", retryAll);
  page.print = function (on) { views.forEach(function (v) { v.print(on); }); };
  window.addEventListener("beforeprint", function () { page.print(true); });
  window.addEventListener("afterprint", function () { page.print(false); });
  // A page may be printed before a figure comes near: the library is there once the page is at rest.
  function atRest() { idle(function () { if (views.size) plotly().catch(function () { }); }); }
  if (document.readyState === "complete") setTimeout(atRest, 0); else window.addEventListener("load", atRest);

  // ---- follow the page's theme ----
  var pending = 0;
  function recolor() { clearTimeout(pending); pending = setTimeout(function () { views.forEach(function (v) { v.recolor(); }); }, 120); }
  var watch = new MutationObserver(recolor), what = { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode", "data-jp-theme-light", "data-vscode-theme-kind", "data-vscode-theme-id"] };
  watch.observe(document.documentElement, what);
  if (document.body) watch.observe(document.body, what);
  // Verso changes a style sheet in the head.
  watch.observe(document.head, { childList: true, subtree: true, characterData: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolor);
})

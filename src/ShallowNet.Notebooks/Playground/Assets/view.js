import { activationNames } from "./engine.js";
import { Model } from "./model.js";
import { blue, border, colorScale, css, orange, pageColors, paint, plane, pointColors, shares } from "./picture.js";
import { csharp, fromLink, parse, short, toLink } from "./text.js";

/** Points a side of the heat maps. */
const side = 64;

/**
 * Makes an element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, String(attributes[name]));
  element.append(...children);
  return element;
}

/** @param {HTMLCanvasElement} canvas */
export function pen(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}

/** The smallest rectangle around the data with some air. @param {Float64Array[]} X */
export function frameOf(X) {
  return X.map(row => {
    const low = row.reduce((a, b) => Math.min(a, b)), high = row.reduce((a, b) => Math.max(a, b));
    const air = 0.06 * (high - low) || 1;
    return [low - air, high + air];
  });
}

/**
 * Draws a playground into its figure and makes it work.
 * @param {HTMLElement} figure
 * @param {import("./model.js").Spec} spec
 */
export function view(figure, spec) {
  const model = new Model(spec), { nh, m } = model, id = figure.id;
  const box = /** @type {HTMLElement} */ (figure.querySelector(".box"));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const frame = frameOf(model.X), grid = plane(side, nh, frame);
  let playing = false, perFrame = 10, example = 0, stale = true, over = -1, lastPaint = 0;
  let tileScale = colorScale([255, 255, 255], 0.85), plotScale = tileScale, colors = { text: [0, 0, 0], paper: [255, 255, 255] };

  // ---- controls ----
  const play = make("button", { type: "button", class: "play" }, "▶ Play");
  const one = make("button", { type: "button" }, "One step");
  const back = make("button", { type: "button" }, "Back to the start");
  const speed = choice("Steps a frame", ["1", "3", "10", "30", "100"], "10");
  const epochs = make("b"), costNow = make("b"), right = make("b");
  const rate = make("input", { type: "range", id: id + "-rate", min: -3, max: 2, step: 0.01 });
  const rateNumber = make("input", { type: "text", inputmode: "decimal", class: "number", "aria-label": "Learning rate α, as a number" });
  const activation = choice("Activation g", activationNames, model.activationName);
  const start = choice("Start", ["as in the cell", "random", "all weights equal"], "as in the cell");
  const scale = make("input", { type: "text", inputmode: "decimal", class: "number", id: id + "-scale" });
  const seed = make("input", { type: "number", min: 0, max: 9999, step: 1, class: "number", id: id + "-seed" });
  const scaleGroup = make("div", { class: "group" }, make("label", { for: scale.id }, "scale"), scale);
  const seedGroup = make("div", { class: "group" }, make("label", { for: seed.id }, "seed"), seed);
  const probe = make("input", { type: "number", min: 0, max: m - 1, step: 1, class: "number", id: id + "-example" });
  const probeSays = make("span", { class: "words" });
  const copyCode = make("button", { type: "button" }, "Copy as C#");
  const copyLink = make("button", { type: "button" }, "Copy link to this state");
  const says = make("p", { class: "say", role: "status" });

  /** @param {string} label @param {string[]} names @param {string} chosen */
  function choice(label, names, chosen) {
    const select = make("select", { id: `${id}-${label.replace(/\W/g, "")}` }, ...names.map(name => make("option", {}, name)));
    select.value = chosen;
    return { select, group: make("div", { class: "group" }, make("label", { for: select.id }, label), select) };
  }

  // ---- one parameter: drag it, type it, or use the arrow keys ----
  /** @type {(() => void)[]} */
  const chips = [];

  /**
   * @param {string} sign what stands before the number
   * @param {string} name
   * @param {() => number} get
   * @param {(value: number) => void} set
   */
  function chip(sign, name, get, set) {
    const input = make("input", {
      type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", role: "spinbutton", id: `${id}-${name.replace(/\W/g, "")}`,
      "aria-label": name, title: `${name}: drag, use the arrow keys, or type`,
    });
    const element = make("span", { class: "chip" }, make("label", { for: input.id, "aria-hidden": "true" }, sign), input);
    let typing = false, from = 0, x = 0, y = 0, down = false, dragged = false;

    /** @param {number} value */
    function change(value) {
      if (!Number.isFinite(value)) return;
      set(Math.round(value * 1e6) / 1e6);
      edited();
    }

    input.onpointerdown = event => {
      if (event.button || typing) return;
      [down, dragged, from, x, y] = [true, false, get(), event.clientX, event.clientY];
      input.setPointerCapture(event.pointerId);
    };
    input.onpointermove = event => {
      if (!down) return;
      const way = event.clientX - x + (event.pointerType === "mouse" ? y - event.clientY : 0);
      if (!dragged && Math.abs(way) < 4) return;
      dragged = true;
      event.preventDefault();
      change(from + way * (event.shiftKey ? 0.002 : 0.02));
    };
    input.onpointerup = input.onpointercancel = () => {
      if (down && !dragged) input.select();
      else if (dragged) input.setSelectionRange(0, 0);
      down = false;
    };
    input.oninput = () => { typing = true; };
    input.onblur = () => { commit(); };
    input.onkeydown = event => {
      const size = event.shiftKey ? 1 : event.altKey ? 0.01 : 0.1;
      const way = event.key === "ArrowUp" ? size : event.key === "ArrowDown" ? -size : event.key === "PageUp" ? 1 : event.key === "PageDown" ? -1 : 0;
      if (way) { commit(); change(get() + way); event.preventDefault(); }
      else if (event.key === "Enter") { commit(); input.select(); }
      else if (event.key === "Escape") { typing = false; show(); }
    };

    function commit() {
      if (!typing) return;
      typing = false;
      const value = parse(input.value);
      if (Number.isFinite(value)) change(value);
      else { say(`${name} stays: “${input.value}” is not a number. Type one such as −1.5.`); show(); }
    }

    let shown = NaN;
    function show() {
      const value = get();
      if (typing) return;
      input.value = short(value);
      if (value === shown) return;
      shown = value;
      input.setAttribute("aria-valuenow", String(value));
      input.setAttribute("aria-valuetext", short(value));
      element.className = "chip" + (value > 0 ? " plus" : value < 0 ? " minus" : "");
    }
    chips.push(show);
    return element;
  }

  // ---- the network ----
  const features = [0, 1].map(k => spec.features[k] || `x${k + 1}`);
  const inputs = features.map((name, k) => {
    const canvas = make("canvas", { class: "tile", width: side, height: side, "aria-hidden": "true" });
    return { canvas, element: make("div", { class: "input" }, canvas, name.replace(/_/g, " ")) };
  });
  const units = Array.from({ length: nh }, (_, i) => {
    const canvas = make("canvas", { class: "tile", width: side, height: side, role: "img", "aria-label": `What hidden unit ${i} puts out over the plane` });
    const weights = inputs.map((_, k) => chip(`x${"₁₂"[k]}`, `W1[${i}, ${k}]`, () => model.net.W1[i][k], v => { model.net.W1[i][k] = v; }));
    const bias = chip("b", `b1[${i}]`, () => model.net.b1[i], v => { model.net.b1[i] = v; });
    const weight = chip("·", `W2[0, ${i}]`, () => model.net.W2[i], v => { model.net.W2[i] = v; });
    const values = numbers();
    const element = make("div", { class: "unit", role: "group", "aria-label": `Hidden unit ${i}` }, make("div", { class: "chips" }, ...weights, bias), canvas, values.element, weight);
    element.onpointerenter = element.onfocus = () => { over = i; stale = true; };
    element.onpointerleave = () => { over = -1; stale = true; };
    element.addEventListener("focusin", () => { over = i; stale = true; });
    element.addEventListener("focusout", () => { over = -1; stale = true; });
    return { canvas, pen: pen(canvas), image: new ImageData(side, side), element, weights, weight, values };
  });

  /** z, a, g' and dz of the example that is followed. */
  function numbers() {
    const cells = ["z", "a", "g′", "dz"].map(name => ({ name: make("dt", {}, name), value: make("dd") }));
    const element = make("dl", { class: "values" }, ...cells.map(cell => make("div", { style: "display:contents" }, cell.name, cell.value)));
    return {
      element,
      /** @param {{z: number, a: number, slope: number, dz: number}} at */
      show(at) {
        [at.z, at.a, at.slope, at.dz].forEach((value, i) => { cells[i].value.textContent = short(value); });
        cells[2].value.className = Math.abs(at.slope) < 0.05 ? "off" : "";
      },
    };
  }

  const heat = make("canvas", { width: side, height: side, "aria-hidden": "true" });
  const marks = make("canvas", { "aria-hidden": "true" });
  const lines = make("canvas", { role: "img", tabindex: 0, "aria-label": "The data, what the network says of every place, and its border. The arrow keys choose the example that is followed." });
  const plot = make("div", { class: "plot" }, heat, marks, lines);
  const heatPen = pen(heat), heatImage = new ImageData(side, side);
  const bias2 = chip("b", "b2[0]", () => model.net.b2, v => { model.net.b2 = v; });
  const outValues = numbers();
  const curve = make("canvas", { class: "curve", role: "img" });
  const out = make("div", { class: "out" }, make("div", { class: "head" }, make("span", {}, "Output: σ(z), how probable class 1 is"), bias2), plot, outValues.element, curve);
  const wires = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  wires.setAttribute("class", "wires");
  wires.setAttribute("aria-hidden", "true");
  const wire = () => wires.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  const wiresIn = units.map(() => inputs.map(wire)), wiresOut = units.map(wire);
  const net = make("div", { class: "net" }, make("div", { class: "inputs" }, ...inputs.map(input => input.element)), make("div", { class: "units" }, ...units.map(unit => unit.element)), out);
  net.prepend(wires);

  const onPage = document.documentElement.hasAttribute("data-root");
  const bars = [
    make("div", { class: "bar" }, make("div", { class: "group" }, play, one, back), speed.group,
      make("div", { class: "count" }, make("span", {}, "epoch ", epochs), make("span", {}, "cost ", costNow), make("span", {}, "right ", right))),
    make("div", { class: "bar" }, make("div", { class: "group" }, make("label", { for: rate.id }, "Learning rate α"), rate, rateNumber), activation.group, start.group, scaleGroup, seedGroup),
  ];
  const foot = make("div", { class: "bar" }, make("div", { class: "group" }, make("label", { for: probe.id }, "Follow example"), probe), probeSays,
    make("div", { class: "group", style: "margin-left:auto" }, ...(onPage ? [copyCode, copyLink] : [copyCode])));
  const swatch = (/** @type {number[]} */ color) => make("i", { style: `background:${css(color)}` });
  const keys = make("div", { class: "keys" },
    make("span", {}, swatch(orange), `positive; class ${spec.classes[1]}`), make("span", {}, swatch(blue), `negative; class ${spec.classes[0]}`),
    make("span", {}, "Every number can be dragged, typed, or moved with the arrow keys."));
  box.className = "box";
  box.replaceChildren(...bars, net, keys, foot, says);
  // Notebook hosts take keys for commands of their own.
  figure.addEventListener("keydown", event => event.stopPropagation());

  // ---- drawing ----
  /** @param {HTMLCanvasElement} canvas */
  function sized(canvas) {
    const ratio = Math.min(2, devicePixelRatio || 1), w = Math.round(canvas.clientWidth * ratio), h = Math.round(canvas.clientHeight * ratio);
    if (canvas.width !== w || canvas.height !== h) { canvas.width = w; canvas.height = h; }
    const p = pen(canvas);
    p.setTransform(ratio, 0, 0, ratio, 0, 0);
    p.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
    return p;
  }

  /** Where example j lies in the plot. @param {number} j @param {number} size */
  function place(j, size) {
    return [0, 1].map(k => {
      const share = (model.X[k][j] - frame[k][0]) / (frame[k][1] - frame[k][0]);
      return size * (k ? 1 - share : share);
    });
  }

  /** What changes only with the page: colors, data, and where the wires run. */
  function layOut() {
    if (!box.clientWidth) return;
    colors = pageColors(figure);
    figure.style.setProperty("--paper", css(colors.paper));
    figure.style.colorScheme = colors.paper[0] < 128 ? "dark" : "light";
    tileScale = colorScale(colors.paper, 0.9);
    plotScale = colorScale(colors.paper, 0.5);
    inputs.forEach((input, k) => {
      const [low, high] = frame[k], middle = (low + high) / 2;
      paint(pen(input.canvas), new ImageData(side, side), grid.X[k], x => (x - middle) / (high - middle), tileScale);
    });
    const p = sized(marks), size = marks.clientWidth, r = Math.max(2.4, size / 110);
    p.lineWidth = 0.8;
    p.strokeStyle = css(colors.paper);
    const [class0, class1] = pointColors(colors.paper);
    for (let j = 0; j < m; j++) {
      const [x, y] = place(j, size);
      p.fillStyle = css(model.Y[j] > 0.5 ? class1 : class0);
      p.beginPath();
      if (model.Y[j] > 0.5) { p.moveTo(x, y - 1.35 * r); p.lineTo(x + 1.35 * r, y); p.lineTo(x, y + 1.35 * r); p.lineTo(x - 1.35 * r, y); p.closePath(); }
      else p.arc(x, y, r, 0, 7);
      p.fill();
      p.stroke();
    }
    const origin = net.getBoundingClientRect();
    const at = (/** @type {Element} */ e) => {
      const b = e.getBoundingClientRect();
      return { left: b.left - origin.left, right: b.right - origin.left, y: (b.top + b.bottom) / 2 - origin.top, top: b.top - origin.top, height: b.height };
    };
    const target = at(plot), beside = target.left > at(units[0].element).right;
    units.forEach((unit, i) => {
      unit.weights.forEach((chip, k) => {
        const a = at(inputs[k].canvas), b = at(chip), bend = (b.left - a.right) * 0.5;
        wiresIn[i][k].setAttribute("d", `M${a.right} ${a.y}C${a.right + bend} ${a.y} ${b.left - bend} ${b.y} ${b.left} ${b.y}`);
      });
      const a = at(unit.weight), share = (i + 0.5) / nh;
      const y = target.top + target.height * (0.1 + 0.8 * share), bend = (target.left - a.right) * 0.5;
      const x = Math.min(origin.width - 4, at(unit.element).right + 10 + 3 * (nh - i));
      wiresOut[i].setAttribute("d", beside ? `M${a.right} ${a.y}C${a.right + bend} ${a.y} ${target.left - bend} ${y} ${target.left} ${y}`
        : `M${a.right} ${a.y}C${x} ${a.y} ${x} ${a.y} ${x} ${a.y + 24}L${x} ${target.top}`);
    });
    stale = true;
  }

  /** @param {SVGPathElement} path @param {number} weight */
  function tint(path, weight) {
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", weight === 0 ? "currentColor" : css(weight > 0 ? orange : blue));
    path.setAttribute("stroke-width", String(weight === 0 ? 1 : 1 + 7 * Math.abs(weight) / (2.5 + Math.abs(weight))));
    path.setAttribute("stroke-dasharray", weight === 0 ? "2 5" : "none");
    path.setAttribute("stroke-linecap", "round");
  }

  /** What changes with the parameters. */
  function draw() {
    stale = false;
    model.fill(grid);
    const share = model.activationName;
    units.forEach((unit, i) => {
      paint(unit.pen, unit.image, grid.pass.A1[i], shares(share, grid.pass.A1[i]), tileScale);
      model.net.W1[i].forEach((w, k) => tint(wiresIn[i][k], w));
      tint(wiresOut[i], model.net.W2[i]);
      zeroLine(unit.pen, grid.pass.Z1[i], side, css(colors.text, 0.75), 1.2, []);
      const [x, y] = place(example, side);
      ring(unit.pen, x, y, 3.4);
    });
    paint(heatPen, heatImage, grid.pass.A2, a => 2 * a - 1, plotScale);
    const p = sized(lines), size = lines.clientWidth;
    units.forEach((_, i) => zeroLine(p, grid.pass.Z1[i], size, css(colors.text, i === over ? 1 : 0.42), i === over ? 2.4 : 1, i === over ? [] : [3, 4]));
    zeroLine(p, grid.pass.Z2, size, css(colors.paper, 0.9), 5, []);
    zeroLine(p, grid.pass.Z2, size, css(colors.text), 2.4, []);
    const [x, y] = place(example, size);
    ring(p, x, y, 7);
    drawCurve();
    chips.forEach(show => show());
    const at = model.trace(example);
    units.forEach((unit, i) => unit.values.show(at.hidden[i]));
    outValues.show(at.output);
    epochs.textContent = model.epoch.toLocaleString("en-US");
    costNow.textContent = Number.isFinite(model.cost) ? model.cost.toFixed(4) : short(model.cost);
    right.textContent = `${(100 * model.accuracy).toFixed(1)}%`;
    probeSays.textContent = `at (${short(model.X[0][example])}, ${short(model.X[1][example])}), y = ${model.Y[example]}, ŷ = ${short(at.output.a)}`;
  }

  /**
   * @param {CanvasRenderingContext2D} p
   * @param {Float64Array} values
   * @param {number} size
   * @param {string} color
   * @param {number} width
   * @param {number[]} dash
   */
  function zeroLine(p, values, size, color, width, dash) {
    p.beginPath();
    border(values, side, (x0, y0, x1, y1) => { p.moveTo(x0 * size, y0 * size); p.lineTo(x1 * size, y1 * size); });
    p.strokeStyle = color;
    p.lineWidth = width;
    p.lineCap = dash.length ? "butt" : "round";
    p.setLineDash(dash);
    p.stroke();
    p.setLineDash([]);
  }

  /** @param {CanvasRenderingContext2D} p @param {number} x @param {number} y @param {number} r */
  function ring(p, x, y, r) {
    for (const [color, width] of /** @type {[string, number][]} */ ([[css(colors.paper), 4], [css(colors.text), 1.8]])) {
      p.beginPath();
      p.arc(x, y, r, 0, 7);
      p.strokeStyle = color;
      p.lineWidth = r < 5 ? width / 1.6 : width;
      p.stroke();
    }
  }

  function drawCurve() {
    const p = sized(curve), w = curve.clientWidth, h = curve.clientHeight, left = 34, bottom = h - 18, top = 16;
    const costs = model.costs.filter(Number.isFinite), most = Math.max(0.1, ...costs) * 1.05, last = Math.max(10, model.epoch);
    const x = (/** @type {number} */ epoch) => left + (w - left - 6) * epoch / last, y = (/** @type {number} */ c) => bottom - (bottom - top) * Math.min(c, most) / most;
    p.font = `11px ${getComputedStyle(figure).fontFamily}`;
    p.fillStyle = css(colors.text, 0.8);
    p.strokeStyle = css(colors.text, 0.35);
    p.lineWidth = 1;
    p.strokeRect(left, top, w - left - 6, bottom - top);
    p.textAlign = "right";
    p.fillText(short(most), left - 4, top + 8);
    p.fillText("0", left - 4, bottom);
    p.fillText(last.toLocaleString("en-US"), w - 6, h - 4);
    p.textAlign = "left";
    p.fillText("Cost by epoch", left, top - 5);
    p.beginPath();
    costs.forEach((c, i) => p.lineTo(x(i * model.every), y(c)));
    if (Number.isFinite(model.cost)) p.lineTo(x(model.epoch), y(model.cost));
    p.strokeStyle = css(pointColors(colors.paper)[0]);
    p.lineWidth = 2;
    p.lineJoin = "round";
    p.stroke();
    if (Number.isFinite(model.cost)) {
      p.beginPath();
      p.arc(x(model.epoch), y(model.cost), 3.5, 0, 7);
      p.fillStyle = p.strokeStyle;
      p.fill();
    }
    curve.setAttribute("aria-label", `The cost by epoch: ${short(model.costs[0])} at epoch 0, ${short(model.cost)} at epoch ${model.epoch}`);
  }

  // ---- what happens ----
  /** @param {string} text */
  function say(text) { says.textContent = text; }

  function edited() {
    model.look();
    model.costs[Math.floor(model.epoch / model.every)] = model.cost;
    say("");
    stale = true;
  }

  /** @param {boolean} on */
  function setPlaying(on) {
    if (on === playing) return;
    playing = on;
    play.textContent = on ? "❚❚ Pause" : "▶ Play";
    say(on ? "" : `Epoch ${model.epoch.toLocaleString("en-US")}: cost ${short(model.cost)}, ${(100 * model.accuracy).toFixed(1)}% right.`);
  }

  /** @param {number} count */
  function train(count) {
    for (let i = 0; i < count; i++) {
      model.step();
      if (Number.isFinite(model.cost)) continue;
      setPlaying(false);
      say(`The cost is no longer a finite number after epoch ${model.epoch}: the steps are too long. Go back to the start and lower the learning rate.`);
      break;
    }
    stale = true;
  }

  function restart() {
    setPlaying(false);
    model.reset();
    say("");
    stale = true;
  }

  function showControls() {
    rate.value = String(Math.log10(model.rate));
    rate.setAttribute("aria-valuetext", short(model.rate));
    rateNumber.value = short(model.rate);
    activation.select.value = model.activationName;
    start.select.selectedIndex = ["cell", "Gaussian", "equal"].indexOf(model.start);
    scale.value = String(model.scale);
    seed.value = String(model.seed);
    scaleGroup.hidden = model.start === "cell";
    seedGroup.hidden = model.start !== "Gaussian";
    scaleGroup.style.display = scaleGroup.hidden ? "none" : "";
    seedGroup.style.display = seedGroup.hidden ? "none" : "";
    probe.value = String(example);
    stale = true;
  }

  play.onclick = () => setPlaying(!playing);
  one.onclick = () => { setPlaying(false); train(1); };
  back.onclick = restart;
  speed.select.onchange = () => { perFrame = Number(speed.select.value); };
  rate.oninput = () => { model.rate = Number((10 ** Number(rate.value)).toPrecision(2)); showControls(); };
  rateNumber.onchange = () => {
    const value = parse(rateNumber.value);
    if (value > 0 && Number.isFinite(value)) model.rate = value;
    else say(`The learning rate stays ${short(model.rate)}: “${rateNumber.value}” is not a number above 0.`);
    showControls();
  };
  activation.select.onchange = () => { model.activationName = activation.select.value; edited(); };
  start.select.onchange = () => {
    model.start = /** @type {import("./model.js").Start[]} */ (["cell", "Gaussian", "equal"])[start.select.selectedIndex];
    restart();
    showControls();
  };
  scale.onchange = () => {
    const value = parse(scale.value);
    if (Number.isFinite(value)) { model.scale = value; restart(); }
    else say(`The scale stays ${model.scale}: “${scale.value}” is not a number.`);
    showControls();
  };
  seed.onchange = () => { model.seed = Math.max(0, Math.min(2147483647, Math.round(Number(seed.value)))); restart(); showControls(); };
  probe.oninput = () => { follow(Number(probe.value)); };

  /** @param {number} j */
  function follow(j) {
    example = Math.max(0, Math.min(m - 1, Math.round(j) || 0));
    stale = true;
  }

  /** The example nearest to a place of the plot, in the direction given if any. @param {number} x @param {number} y @param {(dx: number, dy: number) => boolean} [allowed] */
  function nearest(x, y, allowed) {
    const size = lines.clientWidth;
    let best = -1, least = Infinity;
    for (let j = 0; j < m; j++) {
      const [px, py] = place(j, size), distance = Math.hypot(px - x, py - y);
      if (distance < least && (!allowed || allowed(px - x, py - y))) { best = j; least = distance; }
    }
    return best;
  }

  /** @param {PointerEvent} event */
  function point(event) {
    const b = lines.getBoundingClientRect();
    follow(nearest(event.clientX - b.left, event.clientY - b.top));
    probe.value = String(example);
  }
  lines.onpointerdown = event => { lines.setPointerCapture(event.pointerId); point(event); };
  lines.onpointermove = event => { if (event.buttons) point(event); };
  lines.onkeydown = event => {
    const way = /** @type {Record<string, (dx: number, dy: number) => boolean>} */ ({
      ArrowLeft: (dx, dy) => dx < -Math.abs(dy), ArrowRight: (dx, dy) => dx > Math.abs(dy),
      ArrowUp: (dx, dy) => dy < -Math.abs(dx), ArrowDown: (dx, dy) => dy > Math.abs(dx),
    })[event.key];
    if (!way) return;
    event.preventDefault();
    const [x, y] = place(example, lines.clientWidth), next = nearest(x, y, way);
    if (next >= 0) follow(next);
    probe.value = String(example);
  };

  /** @param {string} text @param {string} done */
  async function toClipboard(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      const area = make("textarea", { rows: 8, readonly: "", style: "width:100%;font:12px ui-monospace,Consolas,monospace", "aria-label": "To copy" });
      area.value = text;
      says.replaceChildren("The clipboard is closed to this page; copy this: ", area);
      area.select();
    }
  }
  copyCode.onclick = () => toClipboard(csharp(model.net, model.activationName, spec.leak), "Copied. Paste it into a new cell of the notebook.");
  copyLink.onclick = () => {
    const link = `${location.href.split("#")[0]}#${toLink(spec.key, { activation: model.activationName, rate: model.rate, net: model.net })}`;
    history.replaceState(null, "", link);
    toClipboard(link, "Copied. The link opens this page with these parameters.");
  };

  function fromHash() {
    const state = onPage && fromLink(location.hash, spec.key, 2, nh, activationNames);
    if (!state) return;
    setPlaying(false);
    spec.net = state.net;
    model.activationName = state.activation;
    model.rate = state.rate;
    model.start = "cell";
    model.reset();
    showControls();
    figure.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", fromHash);

  // ---- on the cover of the book: it trains by itself, gently and over and over, until somebody touches it ----
  const enough = 1500, rest = 3000;
  let untouched = figure.closest("[data-cover]") !== null, rested = 0;

  function attract() {
    perFrame = 2;
    model.start = "Gaussian";
    model.reset();
    showControls();
    if (calm.matches) train(enough);
    else setPlaying(true);
    for (const touch of ["pointerdown", "focusin"]) figure.addEventListener(touch, wake, { once: true, capture: true });
  }

  function wake() {
    if (!untouched) return;
    untouched = false;
    perFrame = Number(speed.select.value);
    setPlaying(false);
  }

  /** @param {number} now */
  function repeat(now) {
    if (model.epoch < enough) return;
    setPlaying(false);
    rested ||= now;
    if (now - rested < rest) return;
    rested = 0;
    model.reset();
    setPlaying(true);
  }

  // ---- life ----
  let near = true;
  new IntersectionObserver(entries => { near = entries[entries.length - 1].isIntersecting; }).observe(figure);

  /** @param {number} now */
  function tick(now) {
    if (!box.isConnected) return;
    if (!near && untouched) { requestAnimationFrame(tick); return; }
    if (untouched && !calm.matches) repeat(now);
    // Without motion, training still shows where it is, twice a second.
    const due = !(calm.matches && playing) || now - lastPaint > 500;
    if (box.clientWidth && due) {
      if (playing) train(perFrame);
      if (stale) { draw(); lastPaint = now; }
    }
    requestAnimationFrame(tick);
  }

  new ResizeObserver(layOut).observe(net);
  showControls();
  fromHash();
  layOut();
  if (untouched) attract();
  draw();
  figure.dataset.drawn = "true";
  requestAnimationFrame(tick);
  return { model, recolor: layOut };
}

import { emptyPass } from "./engine.js";

/**
 * A grid of points over the data's frame, and what the network makes of them.
 * @typedef {object} Plane
 * @property {number} side points a side
 * @property {Float64Array[]} X 2 × side²
 * @property {import("./engine.js").Pass} pass
 */

/** Class 0 or less than 0, and class 1 or more than 0: as in all figures of the course. */
export const blue = [0, 114, 178], orange = [230, 159, 0];

/**
 * The colors of the points of class 0 and class 1: on a dark page, where the areas are dark too, their lighter twins.
 * @param {number[]} paper red, green, blue
 */
export const pointColors = paper => paper[0] < 128 ? [[46, 158, 250], [240, 176, 48]] : [blue, orange];

/**
 * @param {number} side
 * @param {number} nh
 * @param {number[][]} frame [least, most] of each input
 * @returns {Plane}
 */
export function plane(side, nh, frame) {
  const X = frame.map(() => new Float64Array(side * side));
  for (let row = 0, j = 0; row < side; row++) {
    for (let column = 0; column < side; column++, j++) {
      X[0][j] = frame[0][0] + (frame[0][1] - frame[0][0]) * column / (side - 1);
      X[1][j] = frame[1][1] - (frame[1][1] - frame[1][0]) * row / (side - 1);
    }
  }
  return { side, X, pass: emptyPass(nh, side * side) };
}

/**
 * @param {number[]} paper red, green, blue
 * @param {number} strength how much of the class's color is in the ends, 0 to 1
 */
export function colorScale(paper, strength) {
  const scale = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const v = i / 127.5 - 1, end = v < 0 ? blue : orange, share = strength * Math.abs(v);
    for (let c = 0; c < 3; c++) scale[4 * i + c] = paper[c] * (1 - share) + end[c] * share;
    scale[4 * i + 3] = 255;
  }
  return scale;
}

/**
 * Paints values, −1 to 1 after the function, one pixel each.
 * @param {CanvasRenderingContext2D} pen of a canvas as large as the grid
 * @param {ImageData} image of that size
 * @param {Float64Array} values
 * @param {(value: number) => number} toShare
 * @param {Uint8ClampedArray} scale
 */
export function paint(pen, image, values, toShare, scale) {
  const pixels = image.data;
  for (let j = 0, p = 0; j < values.length; j++, p += 4) {
    const v = toShare(values[j]);
    const i = 4 * Math.round(127.5 * (1 + (v < -1 ? -1 : v > 1 ? 1 : v === v ? v : 0)));
    pixels[p] = scale[i];
    pixels[p + 1] = scale[i + 1];
    pixels[p + 2] = scale[i + 2];
    pixels[p + 3] = 255;
  }
  pen.putImageData(image, 0, 0);
}

/**
 * How the values of one unit become shares of its color: sigmoid around 1/2, tanh as it is, the others by their largest.
 * @param {string} activation
 * @param {Float64Array} values
 * @returns {(value: number) => number}
 */
export function shares(activation, values) {
  if (activation === "sigmoid") return a => 2 * a - 1;
  if (activation === "tanh") return a => a;
  let most = 1e-9;
  for (let j = 0; j < values.length; j++) most = Math.max(most, Math.abs(values[j]));
  return a => a / most;
}

/**
 * The line where values are 0, by marching squares: adds to the path segments in coordinates from 0 to 1.
 * @param {Float64Array} values side × side, row by row from the top
 * @param {number} side
 * @param {(x0: number, y0: number, x1: number, y1: number) => void} segment
 */
export function border(values, side, segment) {
  const last = side - 1, ends = new Float64Array(8);
  for (let row = 0; row < last; row++) {
    for (let column = 0; column < last; column++) {
      const at = row * side + column;
      const a = values[at], b = values[at + 1], c = values[at + side + 1], d = values[at + side];
      if (a > 0 === b > 0 && b > 0 === c > 0 && c > 0 === d > 0) continue;
      let n = 0;
      if (a > 0 !== b > 0) { ends[n++] = column + a / (a - b); ends[n++] = row; }
      if (b > 0 !== c > 0) { ends[n++] = column + 1; ends[n++] = row + b / (b - c); }
      if (c > 0 !== d > 0) { ends[n++] = column + d / (d - c); ends[n++] = row + 1; }
      if (d > 0 !== a > 0) { ends[n++] = column; ends[n++] = row + a / (a - d); }
      for (let k = 0; k < n; k += 4) segment(ends[k] / last, ends[k + 1] / last, ends[k + 2] / last, ends[k + 3] / last);
    }
  }
}

/** @type {CanvasRenderingContext2D | null} */
let probe = null;

/**
 * Red, green, blue and opacity of a CSS color.
 * @param {string} css
 */
function rgba(css) {
  probe = probe || /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d", { willReadFrequently: true }));
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = "rgba(0,0,0,0)";
  probe.fillStyle = css;
  probe.fillRect(0, 0, 1, 1);
  return Array.from(probe.getImageData(0, 0, 1, 1).data);
}

/**
 * The colors of the page around an element: the text's, and the nearest background that is not transparent.
 * @param {Element} element
 */
export function pageColors(element) {
  const text = rgba(getComputedStyle(element).color);
  for (let e = /** @type {Element | null} */ (element); e; e = e.parentElement) {
    const back = rgba(getComputedStyle(e).backgroundColor);
    if (back[3] > 200) return { text, paper: back };
  }
  const editor = getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-background").trim();
  const light = text[0] * 299 + text[1] * 587 + text[2] * 114 > 140000;
  return { text, paper: editor ? rgba(editor) : light ? [30, 30, 30, 255] : [255, 255, 255, 255] };
}

/** @param {number[]} color @param {number} opacity */
export function css(color, opacity = 1) {
  return `rgba(${color[0]},${color[1]},${color[2]},${opacity})`;
}

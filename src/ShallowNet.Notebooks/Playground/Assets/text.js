/** @typedef {import("./engine.js").Parameters} Parameters */

/**
 * A number for reading: two or three significant digits, of very large and small ones one; a true minus sign.
 * @param {number} value
 */
export function short(value) {
  if (!Number.isFinite(value)) return value !== value ? "NaN" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  const text = size === 0 ? "0" : size >= 1000 || size < 0.001 ? value.toExponential(0).replace("e+", "e")
    : size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : size >= 0.1 ? value.toFixed(2) : value.toFixed(3);
  return text.replace(/-/g, "−");
}

/**
 * What a reader typed, with either minus sign and either decimal sign; NaN where it is no number.
 * @param {string} text
 */
export function parse(text) {
  const plain = text.trim().replace(/[−–]/g, "-").replace(",", ".");
  return plain === "" ? NaN : Number(plain);
}

const csharpNames = /** @type {Record<string, string>} */ ({ sigmoid: "Sigmoid", tanh: "Tanh", ReLU: "ReLU", "leaky ReLU": "LeakyReLU()", linear: "Identity" });

/**
 * A cell that makes the network in the notebook.
 * @param {Parameters} net
 * @param {string} activation
 * @param {number} leak
 */
export function csharp({ W1, b1, W2, b2 }, activation, leak) {
  const g = activation === "leaky ReLU" && leak !== 0.01 ? `LeakyReLU(${leak})` : csharpNames[activation];
  return [
    `var touched = new Network(${W1[0].length}, ${W1.length}, hidden: Activation.${g})`,
    "{",
    "    W1 = Matrix<double>.Build.DenseOfArray(new double[,]",
    "    {",
    ...W1.map(row => `        { ${row.join(", ")} },`),
    "    }),",
    `    b1 = Vector<double>.Build.DenseOfArray(new double[] { ${b1.join(", ")} }),`,
    `    W2 = Matrix<double>.Build.DenseOfArray(new double[,] { { ${W2.join(", ")} } }),`,
    `    b2 = Vector<double>.Build.DenseOfArray(new double[] { ${b2} }),`,
    "};",
    "touched",
  ].join("\n");
}

/**
 * The state of a playground, as the part of a link after "#".
 * @typedef {object} State
 * @property {string} activation
 * @property {number} rate
 * @property {Parameters} net
 */

/** @param {string} key @param {State} state */
export function toLink(key, { activation, rate, net }) {
  const numbers = [...net.W1.flat(), ...net.b1, ...net.W2, net.b2];
  return `playground=${key}&g=${encodeURIComponent(activation)}&rate=${rate}&p=${numbers.join(",")}`;
}

/**
 * The state in a link, or null where it belongs to another figure or is broken.
 * @param {string} hash with or without "#"
 * @param {string} key
 * @param {number} nx
 * @param {number} nh
 * @param {string[]} activations
 * @returns {State | null}
 */
export function fromLink(hash, key, nx, nh, activations) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const activation = fields.get("g") || "", rate = Number(fields.get("rate"));
  const numbers = (fields.get("p") || "").split(",").map(parse);
  const whole = numbers.length === nh * (nx + 2) + 1 && numbers.every(Number.isFinite) && rate > 0 && Number.isFinite(rate);
  if (fields.get("playground") !== key || !activations.includes(activation) || !whole) return null;
  const take = (/** @type {number} */ count) => numbers.splice(0, count);
  const W1 = Array.from({ length: nh }, () => take(nx));
  return { activation, rate, net: { W1, b1: take(nh), W2: take(nh), b2: numbers[0] } };
}

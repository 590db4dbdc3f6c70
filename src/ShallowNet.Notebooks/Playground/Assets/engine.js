import { gaussian, random } from "./random.js";

/**
 * A network of nx inputs, nh hidden units and one output: so W2 is one row and b2 one number.
 * @typedef {object} Parameters
 * @property {number[][]} W1 nh × nx
 * @property {number[]} b1 nh
 * @property {number[]} W2 nh
 * @property {number} b2
 */

/**
 * What a forward pass computes for m examples; a row a unit.
 * @typedef {object} Pass
 * @property {Float64Array[]} Z1 nh × m
 * @property {Float64Array[]} A1 nh × m
 * @property {Float64Array} Z2 m
 * @property {Float64Array} A2 m
 */

/**
 * @typedef {object} Gradients
 * @property {Float64Array} dZ2 m
 * @property {number[]} dW2 nh
 * @property {number} db2
 * @property {Float64Array[]} dZ1 nh × m
 * @property {number[][]} dW1 nh × nx
 * @property {number[]} db1 nh
 */

/**
 * g(z), and g'(z) from z and a = g(z).
 * @typedef {object} Activation
 * @property {(z: number) => number} g
 * @property {(z: number, a: number) => number} slope
 */

/** @param {number} z */
export function sigmoid(z) {
  const u = Math.exp(-Math.abs(z));
  return (z > 0 ? 1 : u) / (1 + u);
}

/** The activations by the names that the library gives them. */
export const activationNames = ["sigmoid", "tanh", "ReLU", "leaky ReLU", "linear"];

/**
 * @param {string} name one of activationNames
 * @param {number} leak the slope of leaky ReLU left of 0
 * @returns {Activation}
 */
export function activation(name, leak) {
  switch (name) {
    case "sigmoid": return { g: sigmoid, slope: (_, a) => a * (1 - a) };
    case "tanh": return { g: Math.tanh, slope: (_, a) => 1 - a * a };
    case "ReLU": return { g: z => z > 0 ? z : 0, slope: z => z > 0 ? 1 : 0 };
    case "leaky ReLU": return { g: z => z > 0 ? z : leak * z, slope: z => z > 0 ? 1 : leak };
    default: return { g: z => z, slope: () => 1 };
  }
}

/** @param {number} nh @param {number} m @returns {Pass} */
export function emptyPass(nh, m) {
  const rows = () => Array.from({ length: nh }, () => new Float64Array(m));
  return { Z1: rows(), A1: rows(), Z2: new Float64Array(m), A2: new Float64Array(m) };
}

/**
 * Z1 = W1 X + b1, A1 = g(Z1), Z2 = W2 A1 + b2, A2 = σ(Z2).
 * @param {Parameters} net
 * @param {Activation} activation
 * @param {Float64Array[]} X nx × m
 * @param {Pass} pass where the results go
 */
export function forward({ W1, b1, W2, b2 }, { g }, X, { Z1, A1, Z2, A2 }) {
  const m = Z2.length;
  Z2.fill(b2);
  for (let i = 0; i < W1.length; i++) {
    const w = W1[i], z = Z1[i], a = A1[i];
    for (let j = 0; j < m; j++) {
      let sum = b1[i];
      for (let k = 0; k < w.length; k++) sum += w[k] * X[k][j];
      z[j] = sum;
      a[j] = g(sum);
      Z2[j] += W2[i] * a[j];
    }
  }
  for (let j = 0; j < m; j++) A2[j] = sigmoid(Z2[j]);
}

/** ln(1 + e^z), without overflow. @param {number} z */
export function softplus(z) {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/**
 * J = 1/m Σ (softplus(z) − z y): the cross-entropy of σ(z), written so that no logarithm of 0 arises.
 * @param {Float64Array} Z2
 * @param {ArrayLike<number>} Y
 */
export function cost(Z2, Y) {
  let sum = 0;
  for (let j = 0; j < Z2.length; j++) sum += softplus(Z2[j]) - Z2[j] * Y[j];
  return sum / Z2.length;
}

/**
 * dZ2 = A2 − Y, dW2 = 1/m dZ2 A1ᵀ, db2 = 1/m Σ dZ2, dZ1 = W2ᵀ dZ2 ⊙ g'(Z1), dW1 = 1/m dZ1 Xᵀ, db1 = 1/m Σ dZ1.
 * @param {Parameters} net
 * @param {Activation} activation
 * @param {Float64Array[]} X nx × m
 * @param {ArrayLike<number>} Y m
 * @param {Pass} pass what forward gave for X
 * @returns {Gradients}
 */
export function backward({ W2 }, { slope }, X, Y, { Z1, A1, A2 }) {
  const m = A2.length;
  const dZ2 = A2.map((a, j) => a - Y[j]);
  const dW2 = A1.map(a => dot(dZ2, a) / m);
  const db2 = sum(dZ2) / m;
  const dZ1 = Z1.map((z, i) => dZ2.map((d, j) => W2[i] * d * slope(z[j], A1[i][j])));
  const dW1 = dZ1.map(d => X.map(x => dot(d, x) / m));
  const db1 = dZ1.map(d => sum(d) / m);
  return { dZ2, dW2, db2, dZ1, dW1, db1 };
}

/**
 * One step of gradient descent: W := W − α dW, b := b − α db.
 * @param {Parameters} net changed
 * @param {Gradients} gradients
 * @param {number} rate α
 */
export function update(net, { dW1, db1, dW2, db2 }, rate) {
  for (let i = 0; i < net.W1.length; i++) {
    for (let k = 0; k < net.W1[i].length; k++) net.W1[i][k] -= rate * dW1[i][k];
    net.b1[i] -= rate * db1[i];
    net.W2[i] -= rate * dW2[i];
  }
  net.b2 -= rate * db2;
}

/**
 * How `new Network(nx, nh, initializer: Initializer.Gaussian(scale), seed: seed)` starts: the weights row by row, the biases 0.
 * @param {number} nx @param {number} nh @param {number} scale @param {number} seed
 * @returns {Parameters}
 */
export function gaussianStart(nx, nh, scale, seed) {
  const uniform = random(seed), weight = () => scale * gaussian(uniform);
  const W1 = Array.from({ length: nh }, () => Array.from({ length: nx }, weight));
  return { W1, b1: new Array(nh).fill(0), W2: Array.from({ length: nh }, weight), b2: 0 };
}

/** As Initializer.Constant: all weights the same. @param {number} nx @param {number} nh @param {number} value @returns {Parameters} */
export function equalStart(nx, nh, value) {
  return { W1: Array.from({ length: nh }, () => new Array(nx).fill(value)), b1: new Array(nh).fill(0), W2: new Array(nh).fill(value), b2: 0 };
}

/** @param {Parameters} net @returns {Parameters} */
export function copy({ W1, b1, W2, b2 }) {
  return { W1: W1.map(row => row.slice()), b1: b1.slice(), W2: W2.slice(), b2 };
}

/** @param {Float64Array} a @param {Float64Array} b */
function dot(a, b) {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}

/** @param {Float64Array} a */
function sum(a) {
  let total = 0;
  for (let j = 0; j < a.length; j++) total += a[j];
  return total;
}

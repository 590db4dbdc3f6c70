import { activation, backward, copy, cost, emptyPass, equalStart, forward, gaussianStart, update } from "./engine.js";

/**
 * What C# hands over.
 * @typedef {object} Spec
 * @property {string} key the same at each showing of the same figure: names it in a link
 * @property {import("./engine.js").Parameters} net
 * @property {string} activation
 * @property {number} leak
 * @property {number} rate
 * @property {number[][]} X nx × m
 * @property {number[]} Y m
 * @property {string[]} features
 * @property {string[]} classes
 */

/** @typedef {"cell" | "Gaussian" | "equal"} Start as handed over, drawn from N(0, scale²), or all weights equal to scale */

/** The network, its data and its training: all that there is without a page. */
export class Model {
  /** @param {Spec} spec */
  constructor(spec) {
    this.spec = spec;
    this.X = spec.X.map(row => Float64Array.from(row));
    this.Y = spec.Y;
    this.m = spec.Y.length;
    this.nh = spec.net.b1.length;
    this.pass = emptyPass(this.nh, this.m);
    this.activationName = spec.activation;
    this.rate = spec.rate;
    /** @type {Start} */
    this.start = "cell";
    this.scale = 0.5;
    this.seed = 1;
    this.net = copy(spec.net);
    this.epoch = 0;
    this.cost = NaN;
    /** The cost after each epoch kept; every is how many epochs lie between two. @type {number[]} */
    this.costs = [];
    this.every = 1;
    this.reset();
  }

  get g() { return activation(this.activationName, this.spec.leak); }

  /** Back to the start. */
  reset() {
    const nx = this.X.length;
    this.net = this.start === "cell" ? copy(this.spec.net)
      : this.start === "equal" ? equalStart(nx, this.nh, this.scale) : gaussianStart(nx, this.nh, this.scale, this.seed);
    this.begin();
  }

  /** Counts the epochs from the present parameters on. */
  begin() {
    this.epoch = 0;
    this.costs = [];
    this.every = 1;
    this.look();
    this.costs.push(this.cost);
  }

  /** The forward pass at the present parameters, and its cost. */
  look() {
    forward(this.net, this.g, this.X, this.pass);
    this.cost = cost(this.pass.Z2, this.Y);
    return this.cost;
  }

  /** One step of gradient descent; false, and nothing changes, where the cost is no longer finite. */
  step() {
    if (!Number.isFinite(this.cost)) return false;
    update(this.net, backward(this.net, this.g, this.X, this.Y, this.pass), this.rate);
    this.epoch++;
    this.look();
    if (this.epoch % this.every === 0) this.costs.push(this.cost);
    if (this.costs.length > 800) {
      this.costs = this.costs.filter((_, i) => i % 2 === 0);
      this.every *= 2;
    }
    return true;
  }

  /** What the network makes of a plane. @param {import("./picture.js").Plane} plane */
  fill(plane) {
    forward(this.net, this.g, plane.X, plane.pass);
  }

  /** The share of the examples on the right side of one half. */
  get accuracy() {
    let right = 0;
    for (let j = 0; j < this.m; j++) right += +(this.pass.A2[j] > 0.5 === this.Y[j] > 0.5);
    return right / this.m;
  }

  /** z, a = g(z), g'(z) and dz of each hidden unit, then of the output, for example j. @param {number} j */
  trace(j) {
    const { Z1, A1, Z2, A2 } = this.pass, { slope } = this.g, dz2 = A2[j] - this.Y[j];
    const hidden = Z1.map((row, i) => {
      const z = row[j], a = A1[i][j], s = slope(z, a);
      return { z, a, slope: s, dz: this.net.W2[i] * dz2 * s };
    });
    return { hidden, output: { z: Z2[j], a: A2[j], slope: A2[j] * (1 - A2[j]), dz: dz2 } };
  }
}

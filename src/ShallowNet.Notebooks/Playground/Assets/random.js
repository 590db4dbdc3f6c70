/**
 * The numbers of .NET's `new Random(seed)` (Knuth's subtractive generator, kept by .NET for its seeds),
 * so that a seed means the same weights here and in C#.
 * @param {number} seed a whole number
 * @returns {() => number} draws from [0, 1)
 */
export function random(seed) {
  const most = 2147483647, draws = new Int32Array(56);
  let last = 161803398 - Math.min(Math.abs(seed), most), next = 1;
  draws[55] = last;
  for (let i = 1, place = 0; i < 55; i++) {
    place = (place + 21) % 55;
    draws[place] = next;
    next = last - next;
    if (next < 0) next += most;
    last = draws[place];
  }
  for (let round = 0; round < 4; round++) {
    for (let i = 1; i < 56; i++) {
      draws[i] -= draws[1 + (i + 30) % 55];
      if (draws[i] < 0) draws[i] += most;
    }
  }
  let a = 0, b = 21;
  return () => {
    a = a === 55 ? 1 : a + 1;
    b = b === 55 ? 1 : b + 1;
    let draw = draws[a] - draws[b];
    if (draw === most) draw--;
    if (draw < 0) draw += most;
    draws[a] = draw;
    return draw / most;
  };
}

/**
 * One draw from N(0, 1) by the method of Box and Muller (1958), as in the library.
 * @param {() => number} uniform
 */
export function gaussian(uniform) {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Terms after which a sum has long come to rest. */
const MOST_TERMS = 10_000;

/**
 * Probability that a χ² variable with `degrees` (a whole number) of freedom is at least `value`.
 *
 * Source: DiDonato & Morris, ACM TOMS 12 (1986), the series and the continued fraction of the incomplete gamma function.
 *
 * @returns between 0 and 1; NaN for fewer than one degree of freedom or no value
 */
export function chiSquareSurvival(value: number, degrees: number): number {
  if (!(degrees >= 1) || Number.isNaN(value)) return NaN;
  if (value <= 0) return 1;
  if (value === Infinity) return 0;
  const a = degrees / 2;
  const x = value / 2;
  const scale = Math.exp(a * Math.log(x) - x - logGammaOfHalf(degrees));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

/** ln Γ(degrees / 2), exact but for rounding: Γ grows by a factor at each step from Γ(1) = 1 or Γ(½) = √π. */
function logGammaOfHalf(degrees: number): number {
  let sum = degrees % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let at = degrees % 2 === 0 ? 1 : 0.5; at < degrees / 2; at++) sum += Math.log(at);
  return sum;
}

/** Σ xᵏ / (a (a + 1) … (a + k)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_TERMS && term > sum * Number.EPSILON; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** The continued fraction of Γ(a, x) / (xᵃ e⁻ˣ), by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const part = -k * (k - a);
    b += 2;
    d = 1 / (part * d + b);
    c = b + part / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return fraction;
}

import type { Unit } from '../templates/description.ts';

const FEWEST_DIGITS = 2;
const MOST_DIGITS = 6;

/** A limit with its unit, as exactly as people write limits. */
export function limitText(limit: number, unit: Unit): string {
  return withUnit(limit, unit, MOST_DIGITS);
}

/** A value with its unit, in as few digits as tell it from its limit. */
export function valueText(value: number, limit: number, unit: Unit): string {
  const same = limitText(limit, unit);
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
    const text = withUnit(value, unit, digits);
    if (text !== same) return text;
  }
  return withUnit(value, unit, MOST_DIGITS);
}

function withUnit(value: number, unit: Unit, digits: number): string {
  const shown = unit === 'share' ? value * 100 : value;
  // Digits before the point are never rounded away.
  const whole = Math.trunc(Math.abs(shown)).toString().length;
  const text = String(Number(shown.toPrecision(Math.max(digits, Math.min(whole, 21)))));
  switch (unit) {
    case 'share':
      return `${text}%`;
    case 'seconds':
      return `${text} s`;
    case 'per second':
      return `${text}/s`;
    case 'index':
      return text;
  }
}

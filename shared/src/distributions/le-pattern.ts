import { escapeRegex } from '../promql/selectors.ts';

/**
 * Regular expression over the texts that the label `le` may have for one bound: clients, exporters and stores write
 * the same number as `1`, `1.0`, `1000000` or `1e+06`.
 */
export function lePattern(bound: number): string {
  if (bound === Infinity) return '[+]?Inf';
  const plain = String(bound);
  const texts = [plain, ...(Number.isInteger(bound) ? [`${plain}.0`] : []), goExponent(bound)];
  return texts.map(escapeRegex).join('|');
}

/** The bound that a text of the label `le` stands for. */
export function leNumber(text: string): number {
  return Number(text.replace(/^\+?Inf$/, 'Infinity'));
}

/** Exponents as Go writes them: a sign always, and two digits at least. */
function goExponent(bound: number): string {
  const [mantissa, exponent = '0'] = bound.toExponential().split('e');
  const digits = String(Math.abs(Number(exponent))).padStart(2, '0');
  return `${mantissa}e${exponent.startsWith('-') ? '-' : '+'}${digits}`;
}

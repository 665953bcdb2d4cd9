const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;

/** Regular expression of a rate of predictions, such as `20 per hour`. */
export const RATE = `^(\\d+(?:\\.\\d+)?) per (${Object.keys(SECONDS).join('|')})$`;

/** Predictions per second of a rate such as `20 per hour`; NaN for another text. */
export function perSecond(rate: string): number {
  const [, count, unit] = new RegExp(RATE).exec(rate) ?? [];
  return Number(count) / SECONDS[unit as keyof typeof SECONDS];
}

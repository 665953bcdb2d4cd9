/** A share as a text with at most one decimal, such as `99.5 %`; never 0 or 100 unless it is exactly that. */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  if (rounded === 100 && share < 1) return 'over 99.9 %';
  if (rounded === 0 && share > 0) return 'under 0.1 %';
  return `${rounded} %`;
}

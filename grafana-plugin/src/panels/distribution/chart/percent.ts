import { formatDecimal } from '../../../common/format-decimal.ts';

/** A share as a percentage, with one decimal where it is small. */
export function percent(share: number): string {
  const value = share * 100;
  const decimals = value > 0 && value < 10 && Math.abs(value - Math.round(value)) > 0.05 ? 1 : 0;
  return `${formatDecimal(value, decimals)}%`;
}

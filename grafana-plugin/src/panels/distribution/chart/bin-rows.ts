import { formattedValueToString } from '@grafana/data';
import type { ValueRow } from '../../common/ValueTooltip.tsx';
import type { Bin, Side } from '../distributions.ts';
import { percent } from './percent.ts';

/** Share and count of each side in one bin, and what the bin contributes. */
export function binRows({ label, contribution }: Bin, sides: readonly Side[], colors: readonly string[]): ValueRow[] {
  const rows = sides.map(({ name, field, shares, counts }, i): ValueRow => {
    const share = shares.get(label) ?? 0;
    const count = counts.get(label);
    const text = field.display === undefined ? percent(share) : formattedValueToString(field.display(share));
    return {
      name,
      value: count === undefined ? text : `${text} (${Math.round(count).toLocaleString('en-US')})`,
      color: colors[i],
    };
  });
  return contribution === undefined ? rows : [...rows, { name: 'Part of the PSI', value: contribution.toFixed(4) }];
}

import { formattedValueToString } from '@grafana/data';
import { t } from '@grafana/i18n';
import { formatCount } from '../../../common/format-count.ts';
import { formatDecimal } from '../../../common/format-decimal.ts';
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
      value: count === undefined ? text : `${text} (${formatCount(count)})`,
      color: colors[i],
    };
  });
  return contribution === undefined
    ? rows
    : [
        ...rows,
        { name: t('panels.distribution.part-of-psi', 'Part of the PSI'), value: formatDecimal(contribution, 4) },
      ];
}

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Bin } from '../distributions.ts';
import { shortened } from './bin-label.ts';
import { LABEL_DISTANCE, LABEL_SLANT, type ChartLayout } from './chart-layout.ts';

/** Labels of the bins below their bars. */
export function BinAxis({ bins, layout }: { bins: readonly Bin[]; layout: ChartLayout }) {
  const styles = useStyles2(getStyles);
  const { x, bottom, labels, labelEvery } = layout;
  if (labels === 'none') return null;
  const slanted = labels === 'slanted';
  return bins
    .filter((_, i) => i % labelEvery === 0)
    .map(({ label, text }) => {
      const center = (x(label) ?? 0) + x.bandwidth() / 2;
      return (
        <text
          key={label}
          className={styles.label}
          textAnchor={slanted ? 'end' : 'middle'}
          transform={`translate(${center + (slanted ? 4 : 0)}, ${bottom + LABEL_DISTANCE}) rotate(${slanted ? -LABEL_SLANT : 0})`}
        >
          <title>{label}</title>
          {shortened(text)}
        </text>
      );
    });
}

const getStyles = (theme: GrafanaTheme2) => ({
  label: css({ fill: theme.colors.text.primary, fontSize: 12 }),
});

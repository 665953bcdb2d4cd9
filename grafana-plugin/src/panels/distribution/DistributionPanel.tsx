import { css } from '@emotion/css';
import { useMemo, useState } from 'react';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { Combobox, useStyles2, useTheme2 } from '@grafana/ui';
import { Message } from '../common/Message.tsx';
import { DistributionChart, liveColor, referenceColor } from './DistributionChart.tsx';
import { distributions } from './distributions.ts';
import type { DistributionOptions } from './options.ts';
import { severityOf } from './severity.ts';

const HEADER_HEIGHT = 36;

/** Reference against live distribution of one feature: the most drifted one, or the one that is chosen. */
export function DistributionPanel({ data, options, width, height }: PanelProps<DistributionOptions>) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [chosen, setChosen] = useState<string>();
  const all = useMemo(() => distributions(data.series), [data.series]);
  const shown = all.find(({ name }) => name === chosen) ?? all[0];
  if (shown === undefined) {
    return (
      <Message width={width} height={height}>
        No distribution to show: ask the Driftline data source for the measures by bin, and wait for enough
        observations.
      </Message>
    );
  }
  return (
    <div data-testid="driftline-distribution">
      <div className={styles.header} style={{ height: HEADER_HEIGHT }}>
        {all.length > 1 ? (
          <Combobox
            width={26}
            value={shown.name}
            options={all.map(({ name }) => ({ value: name }))}
            onChange={({ value }) => setChosen(value)}
            aria-label="Feature"
          />
        ) : (
          <span className={styles.name}>{shown.name}</span>
        )}
        {shown.psi !== undefined && (
          <span className={styles.psi}>
            PSI{' '}
            <strong data-testid="driftline-psi" style={{ color: severityColor(shown.psi, theme) }}>
              {shown.psi.toFixed(3)}
            </strong>{' '}
            {severityOf(shown.psi)}
          </span>
        )}
        <span className={styles.key}>
          <i style={{ background: referenceColor(theme) }} /> reference <i style={{ background: liveColor(theme) }} />{' '}
          live
        </span>
      </div>
      <DistributionChart
        distribution={shown}
        width={width}
        height={height - HEADER_HEIGHT}
        showParts={options.showParts}
      />
    </div>
  );
}

function severityColor(psi: number, theme: GrafanaTheme2): string {
  const colors = { stable: theme.colors.success, moderate: theme.colors.warning, alarm: theme.colors.error };
  return colors[severityOf(psi)].text;
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
  psi: css({ color: theme.colors.text.secondary }),
  key: css({
    marginLeft: 'auto',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& i': { width: 10, height: 10, borderRadius: 2, marginLeft: theme.spacing(1) },
  }),
});

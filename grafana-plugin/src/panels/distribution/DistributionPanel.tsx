import { useMemo, useState } from 'react';
import type { PanelProps } from '@grafana/data';
import { overriddenLimits } from '../common/limits.ts';
import { Message } from '../common/Message.tsx';
import { DistributionChart } from './chart/DistributionChart.tsx';
import { DistributionHeader } from './DistributionHeader.tsx';
import { distributions } from './distributions.ts';
import type { DistributionOptions } from './options.ts';

const HEADER_HEIGHT = 36;

/** Reference and live distribution of one feature, prediction or histogram: the most drifted, or the chosen one. */
export function DistributionPanel({ data, options, width, height }: PanelProps<DistributionOptions>) {
  const [chosen, setChosen] = useState<string>();
  const all = useMemo(() => distributions(data.series), [data.series]);
  const shown = all.find(({ name }) => name === chosen) ?? all[0];
  if (shown === undefined) {
    return (
      <Message width={width} height={height}>
        No distribution to show. Query “Reference share by bin” and “Live share by bin” from a Driftline data source. If
        you do, the window does not have enough observations yet.
      </Message>
    );
  }
  return (
    <div data-testid="driftline-distribution">
      <DistributionHeader
        shown={shown}
        names={all.map(({ name }) => name)}
        limits={overriddenLimits(shown.limits, options) ?? shown.limits}
        width={width}
        height={HEADER_HEIGHT}
        onChoose={setChosen}
      />
      <DistributionChart
        distribution={shown}
        width={width}
        height={height - HEADER_HEIGHT}
        showContributions={options.showContributions}
      />
    </div>
  );
}

import { useMemo } from 'react';
import { FieldType, type PanelProps } from '@grafana/data';
import { LegendDisplayMode } from '@grafana/schema';
import { TimeSeries, useTheme2 } from '@grafana/ui';
import { Message } from '../common/Message.tsx';
import { SeriesTooltip } from '../common/SeriesTooltip.tsx';
import { withDisplay } from '../common/with-display.ts';
import type { DriftOptions } from './options.ts';
import { ThresholdLabels } from './ThresholdLabels.tsx';
import { thresholdFields } from './threshold-fields.ts';

/** PSI of each feature over time, with the values from which it matters. */
export function DriftPanel({
  data,
  options,
  width,
  height,
  timeRange,
  timeZone,
  onChangeTimeRange,
}: PanelProps<DriftOptions>) {
  const theme = useTheme2();
  const frames = useMemo(
    () => withDisplay(thresholdFields(data.series, options, theme), timeZone, theme),
    [data.series, options, theme, timeZone],
  );
  const empty = !frames.some((frame) =>
    frame.fields.some((field) => field.type === FieldType.number && frame.length > 0),
  );
  if (empty) {
    return (
      <Message width={width} height={height}>
        No drift to show: no feature had enough observations in this time range.
      </Message>
    );
  }
  return (
    <div role="img" aria-label="Drift of each feature over time" data-testid="driftline-drift">
      <TimeSeries
        frames={frames}
        structureRev={data.structureRev}
        width={width}
        height={height}
        timeRange={timeRange}
        timeZone={timeZone}
        legend={{
          showLegend: true,
          displayMode: LegendDisplayMode.Table,
          placement: width < 480 ? 'bottom' : options.legendPlacement,
          calcs: ['lastNotNull'],
          sortBy: 'Last *',
          sortDesc: true,
        }}
        options={options}
      >
        {(config, frame) => (
          <>
            {options.showThresholds && <ThresholdLabels config={config} options={options} />}
            <SeriesTooltip config={config} frame={frame} timeZone={timeZone} onZoom={onChangeTimeRange} />
          </>
        )}
      </TimeSeries>
    </div>
  );
}

import { useMemo } from 'react';
import { FieldType, type PanelProps } from '@grafana/data';
import { LegendDisplayMode } from '@grafana/schema';
import { TimeSeries, useTheme2 } from '@grafana/ui';
import { Message } from '../common/Message.tsx';
import { SeriesTooltip } from '../common/SeriesTooltip.tsx';
import { withDisplay } from '../common/with-display.ts';
import { driftLimits, frameLimits } from './drift-limits.ts';
import { LimitLines } from './LimitLines.tsx';
import { lineFields } from './line-fields.ts';
import type { DriftOptions } from './options.ts';

/** Height below which a legend would leave no room for the lines. */
const ROOM_FOR_LEGEND = 160;

/** A measure of each feature over time, with the limits from which it matters. */
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
  const shown = useMemo(
    () => (options.showThresholds ? driftLimits(data.series, options) : undefined),
    [data.series, options],
  );
  const frames = useMemo(
    () =>
      withDisplay(
        lineFields(data.series, (frame) => frameLimits(frame, options), shown),
        timeZone,
        theme,
      ),
    [data.series, options, shown, timeZone, theme],
  );
  const empty = !frames.some((frame) =>
    frame.fields.some((field) => field.type === FieldType.number && frame.length > 0),
  );
  if (empty) {
    return (
      <Message width={width} height={height}>
        No values to show. There are not enough observations in this time range.
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
          showLegend: height >= ROOM_FOR_LEGEND,
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
            <LimitLines config={config} limits={shown} />
            <SeriesTooltip config={config} frame={frame} timeZone={timeZone} onZoom={onChangeTimeRange} />
          </>
        )}
      </TimeSeries>
    </div>
  );
}

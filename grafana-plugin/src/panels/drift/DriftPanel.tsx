import { useMemo } from 'react';
import { FieldType, type DataFrame, type PanelProps } from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { KeyboardPlugin, TimeSeries, useTheme2 } from '@grafana/ui';
import { annotationsOf } from '../common/annotations.ts';
import { frameMeta } from '../common/frame-meta.ts';
import { PanelFrames } from '../common/PanelFrames.tsx';
import { SeriesTooltip } from '../common/SeriesTooltip.tsx';
import { withDisplay } from '../common/with-display.ts';
import { AnnotationMarks } from './AnnotationMarks.tsx';
import { InstantBars } from './InstantBars.tsx';
import { instantValues } from './instant-values.ts';
import { lineFields } from './line-fields.ts';
import type { DriftOptions } from './options.ts';
import { Overlay } from './Overlay.tsx';
import { summary } from './summary.ts';

/** Sizes below which a legend would leave no room for the lines. */
const ROOM_FOR_LEGEND = 180;
const ROOM_FOR_LEGEND_AT_RIGHT = 480;

/** A measure of each feature over time, with the limits from which it matters. */
export function DriftPanel(props: PanelProps<DriftOptions>) {
  const { data, width, height } = props;
  return (
    <PanelFrames data={data} width={width} height={height}>
      {(frames, height) => <Drift {...props} frames={frames} height={height} />}
    </PanelFrames>
  );
}

function Drift({
  frames: series,
  data,
  options,
  fieldConfig,
  width,
  height,
  timeRange,
  timeZone,
  onChangeTimeRange,
}: PanelProps<DriftOptions> & { readonly frames: readonly DataFrame[] }) {
  const theme = useTheme2();
  const { defaults } = fieldConfig;
  const { thresholds, tooltip } = options;
  const { frames, limits } = useMemo(() => {
    const lines = lineFields(series, defaults, thresholds !== 'off');
    return { ...lines, frames: withDisplay(lines.frames, timeZone, theme) };
  }, [series, defaults, thresholds, timeZone, theme]);
  const annotations = useMemo(() => annotationsOf(data.annotations), [data.annotations]);
  const legend = useMemo(() => fitted(options.legend, width, height), [options.legend, width, height]);
  const overTime = frames.filter(({ fields }) => fields.some(({ type }) => type === FieldType.time));
  if (overTime.length === 0) {
    const limitsOf = (frame: DataFrame): number[] => {
      const at = frames.indexOf(frame);
      return at < 0 || frames.length !== limits.length ? [] : (limits[at]?.lines ?? []).map(({ value }) => value);
    };
    const isLowerWorse = frames.some((frame) => frameMeta(frame).limits?.side === 'below');
    return (
      <div data-testid="driftline-drift">
        <InstantBars values={instantValues(frames, limitsOf, isLowerWorse)} width={width} height={height} />
      </div>
    );
  }
  return (
    <div role="group" aria-label={summary(frames)} data-testid="driftline-drift">
      <TimeSeries
        frames={overTime}
        structureRev={data.structureRev}
        width={width}
        height={height}
        timeRange={timeRange}
        timeZone={timeZone}
        legend={legend}
        options={options}
      >
        {(config, frame) => (
          <>
            <Overlay config={config} limits={limits} isShaded={thresholds === 'area'} annotations={annotations} />
            <AnnotationMarks config={config} annotations={annotations} />
            <KeyboardPlugin config={config} />
            <SeriesTooltip
              config={config}
              frame={frame}
              timeZone={timeZone}
              tooltip={tooltip}
              annotations={annotations}
              onZoom={onChangeTimeRange}
            />
          </>
        )}
      </TimeSeries>
    </div>
  );
}

/** The legend of the options, as far as there is room for it. */
function fitted(legend: VizLegendOptions, width: number, height: number): VizLegendOptions {
  return {
    ...legend,
    showLegend: legend.showLegend && height >= ROOM_FOR_LEGEND,
    placement: width < ROOM_FOR_LEGEND_AT_RIGHT ? 'bottom' : legend.placement,
  };
}

import { useMemo } from 'react';
import { FieldType, type DataFrame } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizLegendOptions } from '@grafana/schema';
import { KeyboardPlugin, TimeSeries, useTheme2 } from '@grafana/ui';
import { formatCount } from '../../common/format-count.ts';
import { Aside, ASIDE_HEIGHT } from '../common/Aside.tsx';
import { annotationsOf } from '../common/annotations.ts';
import { frameMeta } from '../common/frame-meta.ts';
import { withFrames, type FramesProps } from '../common/with-frames.tsx';
import { SeriesTooltip } from '../common/SeriesTooltip.tsx';
import { withDisplay } from '../common/with-display.ts';
import { AnnotationMarks } from './AnnotationMarks.tsx';
import { EnterPlugin } from './EnterPlugin.tsx';
import { InstantBars } from './InstantBars.tsx';
import { instantValues } from './instant-values.ts';
import { lineFields } from './line-fields.ts';
import type { DriftOptions } from './options.ts';
import { Overlay } from './Overlay.tsx';
import { summary } from './summary.ts';
import { worstFrames } from './worst-frames.ts';

/** Sizes below which a legend would leave no room for the lines. */
const ROOM_FOR_LEGEND = 180;
const ROOM_FOR_LEGEND_AT_RIGHT = 480;
/** More lines nobody can tell apart. */
const MOST_LINES = 100;

/** A measure of each feature over time, with the limits from which it matters. */
export const DriftPanel = withFrames(WorstLines);

/** The lines that there is room for, and a sentence about those that are left out. */
function WorstLines(props: FramesProps<DriftOptions>) {
  const { frames: all, width, height } = props;
  const { frames, leftOut } = useMemo(() => worstFrames(all, MOST_LINES), [all]);
  if (leftOut === 0) return <Drift {...props} frames={frames} />;
  // Which lines are drawn may change with every answer, though the frames are the same.
  const { structureRev: _, ...data } = props.data;
  const sentence = t(
    'panels.drift.worst-lines',
    'The worst {{shown}} of {{all}} series. Narrow the query to see others, or show all in a drift map.',
    { shown: MOST_LINES, all: formatCount(all.length) },
  );
  return (
    <>
      <Drift {...props} data={data} frames={frames} height={height - ASIDE_HEIGHT} />
      <Aside sentences={[sentence]} width={width} />
    </>
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
}: FramesProps<DriftOptions>) {
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
            <EnterPlugin config={config} />
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

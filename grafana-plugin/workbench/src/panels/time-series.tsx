import { useMemo } from 'react';
import { PanelPlugin, type PanelProps } from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { TimeSeries, useTheme2 } from '@grafana/ui';
import { SeriesTooltip } from '../../../src/panels/common/SeriesTooltip.tsx';
import { withDisplay } from '../../../src/panels/common/with-display.ts';
import { Message } from '../../../src/panels/common/Message.tsx';

interface TimeSeriesOptions {
  readonly legend?: VizLegendOptions;
}

const LEGEND: VizLegendOptions = {
  showLegend: true,
  displayMode: LegendDisplayMode.List,
  placement: 'bottom',
  calcs: [],
};

function TimeSeriesPanel({
  data,
  options,
  width,
  height,
  timeRange,
  timeZone,
  fieldConfig,
  onChangeTimeRange,
}: PanelProps<TimeSeriesOptions>) {
  const theme = useTheme2();
  const custom: unknown = fieldConfig.defaults.custom;
  const frames = useMemo(() => {
    const styled = data.series.map((frame) => ({
      ...frame,
      fields: frame.fields.map((field) => ({
        ...field,
        config: { ...field.config, custom: { ...(custom as object), ...field.config.custom } },
      })),
    }));
    return withDisplay(styled, timeZone, theme);
  }, [data.series, custom, timeZone, theme]);
  if (frames.length === 0) {
    return (
      <Message width={width} height={height}>
        Not enough observations in this time range.
      </Message>
    );
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      width={width}
      height={height}
      timeRange={timeRange}
      timeZone={timeZone}
      legend={options.legend ?? LEGEND}
    >
      {(config, frame) => (
        <SeriesTooltip config={config} frame={frame} timeZone={timeZone} onZoom={onChangeTimeRange} />
      )}
    </TimeSeries>
  );
}

/** Stands in for Grafana's time series panel. */
export const timeSeriesPanel = new PanelPlugin<TimeSeriesOptions>(TimeSeriesPanel).useFieldConfig();

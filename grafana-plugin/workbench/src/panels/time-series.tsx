import {
  FieldColorModeId,
  FieldConfigProperty,
  identityOverrideProcessor,
  PanelPlugin,
  type PanelProps,
} from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { TimeSeries } from '@grafana/ui';
import { Message } from '../../../src/panels/common/Message.tsx';
import { SeriesTooltip } from '../../../src/panels/common/SeriesTooltip.tsx';

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
  onChangeTimeRange,
}: PanelProps<TimeSeriesOptions>) {
  // Grafana's panel passes over frames without fields, which say why there is nothing.
  const frames = data.series.filter(({ fields }) => fields.length > 0);
  if (frames.length === 0) {
    return (
      <Message width={width} height={height}>
        No data
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

/** How lines are drawn unless a dashboard says otherwise; what is not listed here, a panel is never given. */
const LINES: Readonly<Record<string, unknown>> = {
  lineWidth: 1,
  fillOpacity: 0,
  showPoints: 'auto',
  stacking: undefined,
  axisSoftMax: undefined,
  thresholdsStyle: undefined,
};

/** Stands in for Grafana's time series panel. */
export const timeSeriesPanel = new PanelPlugin<TimeSeriesOptions>(TimeSeriesPanel).useFieldConfig({
  standardOptions: {
    [FieldConfigProperty.Color]: {
      settings: { byValueSupport: true, bySeriesSupport: true },
      defaultValue: { mode: FieldColorModeId.PaletteClassic },
    },
  },
  useCustomConfig: (builder) =>
    Object.entries(LINES).forEach(([path, defaultValue]) =>
      builder.addCustomEditor({
        id: path,
        path,
        name: path,
        defaultValue,
        editor: () => null,
        override: () => null,
        process: identityOverrideProcessor,
        shouldApply: () => true,
      }),
    ),
});

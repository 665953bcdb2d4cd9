import { FieldType, type DataFrame, type FieldConfig } from '@grafana/data';
import type { Aspect, MeasureFrame, Unit } from '@driftline/shared';

const GRAFANA_UNITS: Record<Unit, string | undefined> = {
  share: 'percentunit',
  index: undefined,
  seconds: 's',
  'per second': 'reqps',
};

/** What is shown of a measure, as frames of Grafana: one a series; none for a series without any value. */
export function dataFramesOf(frames: readonly MeasureFrame[], refId: string, show: Aspect): DataFrame[] {
  return frames.flatMap((frame) => {
    const values = frame.values[show] ?? [];
    return values.every(Number.isNaN) ? [] : [dataFrameOf(frame, values, refId, show)];
  });
}

function dataFrameOf(frame: MeasureFrame, values: readonly number[], refId: string, show: Aspect): DataFrame {
  const { measure, subject, bin, limits, name, labels, times, unit } = frame;
  return {
    refId,
    name,
    length: times.length,
    // Panels look for the value of a measure, or its excess, and would take its counts for it.
    ...(show === 'value' || show === 'excess' ? { meta: { custom: { measure, subject, bin, limits } } } : {}),
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: times.map((seconds) => seconds * 1000) },
      {
        name: 'Value',
        type: FieldType.number,
        labels: { ...labels },
        config: { displayNameFromDS: name, ...formatOf(unit, show) },
        values: values.map((value) => (Number.isNaN(value) ? null : value)),
      },
    ],
  };
}

function formatOf(unit: Unit, show: Aspect): FieldConfig {
  if (show === 'observations' || show === 'numerator') return { unit: 'short' };
  const grafanaUnit = GRAFANA_UNITS[unit];
  return grafanaUnit === undefined ? { decimals: 3 } : { unit: grafanaUnit };
}

import {
  FieldColorModeId,
  FieldType,
  ThresholdsMode,
  type DataFrame,
  type Field,
  type Threshold,
  type ThresholdsConfig,
} from '@grafana/data';
import { GraphThresholdsStyleMode } from '@grafana/schema';
import type { Limits } from '../common/limits.ts';

/**
 * Frames whose number fields are drawn as lines, on an axis that reaches zero and the limits that are shown.
 *
 * @param limitsOf - limits of one frame, by which its values are colored
 * @param shown - limits that are drawn as lines, if any
 */
export function lineFields(
  frames: readonly DataFrame[],
  limitsOf: (frame: DataFrame) => Limits | undefined,
  shown: Limits | undefined,
): DataFrame[] {
  return frames.map((frame) => {
    const limits = limitsOf(frame);
    return { ...frame, fields: frame.fields.map((field) => lineOf(field, limits, shown)) };
  });
}

function lineOf(field: Field, limits: Limits | undefined, shown: Limits | undefined): Field {
  if (field.type !== FieldType.number) return field;
  return {
    ...field,
    config: {
      ...field.config,
      color: field.config.color ?? { mode: FieldColorModeId.PaletteClassic },
      thresholds: thresholdsOf(limits),
      custom: {
        ...field.config.custom,
        lineWidth: 2,
        fillOpacity: 0,
        showPoints: 'auto',
        pointSize: 5,
        spanNulls: false,
        axisSoftMin: 0,
        axisSoftMax: shown === undefined ? undefined : Math.max(shown.critical, shown.warning ?? 0) * 1.2,
        // The panel draws its limits itself: Grafana's lines take the color of the range above them.
        thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
      },
    },
  };
}

/** Colors of the ranges between the limits, for color modes that go by value. None is transparent: a line would be. */
function thresholdsOf(limits: Limits | undefined): ThresholdsConfig {
  return { mode: ThresholdsMode.Absolute, steps: limits === undefined ? [step(-Infinity, 'green')] : stepsOf(limits) };
}

function stepsOf({ side, warning, critical }: Limits): Threshold[] {
  if (side === 'above') {
    return [
      step(-Infinity, 'green'),
      ...(warning === undefined ? [] : [step(warning, 'orange')]),
      step(critical, 'red'),
    ];
  }
  return warning === undefined
    ? [step(-Infinity, 'red'), step(critical, 'green')]
    : [step(-Infinity, 'red'), step(critical, 'orange'), step(warning, 'green')];
}

const step = (value: number, color: string): Threshold => ({ value, color });

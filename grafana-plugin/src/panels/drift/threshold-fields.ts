import {
  FieldColorModeId,
  FieldType,
  ThresholdsMode,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import { GraphThresholdsStyleMode } from '@grafana/schema';
import type { DriftOptions } from './options.ts';

/** Frames whose number fields are drawn as lines over the two thresholds. */
export function thresholdFields(
  frames: readonly DataFrame[],
  options: DriftOptions,
  theme: GrafanaTheme2,
): DataFrame[] {
  return frames.map((frame) => ({ ...frame, fields: frame.fields.map((field) => lineOf(field, options, theme)) }));
}

function lineOf(field: Field, options: DriftOptions, theme: GrafanaTheme2): Field {
  if (field.type !== FieldType.number) return field;
  return {
    ...field,
    config: {
      ...field.config,
      min: field.config.min ?? 0,
      color: field.config.color ?? { mode: FieldColorModeId.PaletteClassic },
      thresholds: {
        mode: ThresholdsMode.Absolute,
        steps: [
          { value: -Infinity, color: 'transparent' },
          { value: options.warning, color: theme.colors.warning.main },
          { value: options.alarm, color: theme.colors.error.main },
        ],
      },
      custom: {
        ...field.config.custom,
        lineWidth: 2,
        fillOpacity: 0,
        showPoints: 'never',
        spanNulls: false,
        axisSoftMax: options.showThresholds ? options.alarm * 1.2 : undefined,
        thresholdsStyle: {
          mode: options.showThresholds ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off,
        },
      },
    },
  };
}

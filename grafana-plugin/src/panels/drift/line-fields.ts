import { FieldColorModeId, FieldType, type DataFrame, type Field, type FieldConfig } from '@grafana/data';
import { GraphThresholdsStyleMode } from '@grafana/schema';
import { fieldThresholds, limitLines, type LimitLine } from '../common/field-thresholds.ts';
import { frameMeta, type FrameMeta } from '../common/frame-meta.ts';

/** Limits of one line: those of another measure are not drawn over it. */
export interface LineLimits {
  readonly measure: string | undefined;
  readonly lines: readonly LimitLine[];
  /** Whether what lies below a line is worse. */
  readonly isBelow: boolean;
}

/** Frames whose number fields are drawn as lines, and the limits of each number field in their order: none of noise. */
export interface Lines {
  readonly frames: readonly DataFrame[];
  readonly limits: readonly (LineLimits | undefined)[];
}

/**
 * Makes lines of the number fields of frames, on an axis that reaches zero and the limits that are shown.
 *
 * @param defaults - field config of the panel
 * @param withLimits - whether limits are drawn
 */
export function lineFields(series: readonly DataFrame[], defaults: FieldConfig, withLimits: boolean): Lines {
  const isBand = series.filter((frame) => isNoise(frameMeta(frame))).length === 1;
  const hasNegative = series.some(({ fields }) =>
    fields.some(({ type, values }) => type === FieldType.number && (values as unknown[]).some((v) => Number(v) < 0)),
  );
  const limits: (LineLimits | undefined)[] = [];
  const frames = series.map((frame): DataFrame => {
    const meta = frameMeta(frame);
    const fields = frame.fields.map((field): Field => {
      if (field.type !== FieldType.number) return field;
      const thresholds = fieldThresholds(field.config, meta.limits, defaults);
      const lines = withLimits ? limitLines(thresholds, meta.limits, field.config.unit) : [];
      limits.push(isNoise(meta) ? undefined : { measure: meta.measure, lines, isBelow: meta.limits?.side === 'below' });
      const config = { ...field.config, thresholds };
      return {
        ...field,
        config: isNoise(meta) ? noise(config, isBand, axis(lines, hasNegative)) : line(config, lines, hasNegative),
      };
    });
    return { ...frame, fields };
  });
  return { frames, limits };
}

/** Whether a frame holds what noise alone exceeds, beside the values of its measure. */
const isNoise = ({ show }: FrameMeta): boolean => show === 'critical-value';

/** The axis of a measure, which its noise shares. */
function axis(lines: readonly LimitLine[], hasNegative: boolean): object {
  return {
    ...(hasNegative ? {} : { axisSoftMin: 0 }),
    ...(lines.length === 0 ? {} : { axisSoftMax: Math.max(...lines.map(({ value }) => value)) * 1.2 }),
  };
}

function line(config: FieldConfig, lines: readonly LimitLine[], hasNegative: boolean): FieldConfig {
  const own = (config.custom ?? {}) as Record<string, unknown>;
  return {
    ...config,
    color: config.color ?? { mode: FieldColorModeId.PaletteClassic },
    custom: {
      lineWidth: 2,
      fillOpacity: 0,
      showPoints: 'auto',
      pointSize: 5,
      spanNulls: false,
      ...axis(lines, hasNegative),
      ...own,
      // The panel draws its limits itself: Grafana's lines take the color of the range above them.
      thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
    },
  };
}

/** A thin gray line without an entry in the legend; a band where it is the only one. */
function noise(config: FieldConfig, isBand: boolean, axis: object): FieldConfig {
  const { hideFrom } = (config.custom ?? {}) as { readonly hideFrom?: object };
  return {
    ...config,
    color: { mode: FieldColorModeId.Fixed, fixedColor: 'gray' },
    custom: {
      lineWidth: 1,
      lineStyle: { fill: 'dash', dash: [4, 4] },
      fillOpacity: isBand ? 15 : 0,
      showPoints: 'never',
      spanNulls: false,
      ...axis,
      hideFrom: { viz: false, tooltip: false, ...hideFrom, legend: true },
      thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
    },
  };
}

import {
  formattedValueToString,
  getValueFormat,
  ThresholdsMode,
  type FieldConfig,
  type GrafanaTheme2,
  type Threshold,
  type ThresholdsConfig,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import { formatGiven } from '../../common/format-given.ts';
import type { Limits } from './limits.ts';

/** A threshold as it is drawn over a chart. */
export interface LimitLine {
  readonly value: number;
  /** Empty for one that is no limit of the measure. */
  readonly name: 'Critical' | 'Warning' | '';
  /** The value in the unit of its axis. */
  readonly text: string;
  /** Color of the worse side, as thresholds name it. */
  readonly color: string;
}

const step = (value: number, color: string): Threshold => ({ value, color });

/** Thresholds of a field without any: one color, which is seen. */
const NONE: ThresholdsConfig = { mode: ThresholdsMode.Absolute, steps: [step(-Infinity, 'green')] };

/** The limits of a measure as thresholds. */
export function limitThresholds({ side, warning, critical }: Limits): ThresholdsConfig {
  const middle = warning === undefined ? [] : [step(side === 'above' ? warning : critical, 'orange')];
  const last = side === 'above' ? step(critical, 'red') : step(warning ?? critical, 'green');
  const first = step(-Infinity, side === 'above' ? 'green' : 'red');
  return { mode: ThresholdsMode.Absolute, steps: [first, ...middle, last] };
}

/**
 * The thresholds that a field goes by. Those of an override come first, then those of the panel, then the limits of the
 * measure. Grafana lets a data source's thresholds win over a panel's, and gives every panel red from 80: neither is what
 * somebody chose.
 *
 * @param defaults - what the panel sets for all fields
 */
export function fieldThresholds(
  { thresholds: own }: FieldConfig,
  limits: Limits | undefined,
  defaults: FieldConfig,
): ThresholdsConfig {
  const ofMeasure = limits && limitThresholds(limits);
  const ofPanel = isChosen(defaults.thresholds) ? defaults.thresholds : undefined;
  const isOverride = isChosen(own) && !areSame(own, ofMeasure) && !areSame(own, defaults.thresholds);
  return (isOverride ? own : undefined) ?? ofPanel ?? ofMeasure ?? NONE;
}

/** A limit in the unit of its field, as its axis has it. */
export function limitText(value: number, unit: string | undefined): string {
  if (unit === undefined || unit === 'none') return formatGiven(value);
  const formatted = getValueFormat(unit)(value);
  // Grafana writes as many decimals as a value of its size may have: a limit has those that it was given.
  const text = formatted.text.includes('.') ? formatted.text.replace(/\.?0+$/, '') : formatted.text;
  return formattedValueToString({ ...formatted, text });
}

/**
 * The lines of thresholds, the worst first. Percentages depend on the range of values, so they have none.
 *
 * @param unit - of the field
 */
export function limitLines({ mode, steps }: ThresholdsConfig, limits: Limits | undefined, unit?: string): LimitLine[] {
  if (mode !== ThresholdsMode.Absolute) return [];
  const isBelow = limits?.side === 'below';
  const lines = steps.slice(1).map(({ value, color }, i): LimitLine => {
    const name = value === limits?.critical ? 'Critical' : value === limits?.warning ? 'Warning' : '';
    return { value, name, text: limitText(value, unit), color: isBelow ? (steps[i]?.color ?? color) : color };
  });
  return isBelow ? lines : lines.reverse();
}

/** Color of a line as it is seen on the panel's background. */
export function lineColor({ name, color }: LimitLine, theme: GrafanaTheme2): string {
  if (name === 'Critical') return theme.colors.error.text;
  return name === 'Warning' ? theme.colors.warning.text : theme.visualization.getColorByName(color);
}

function isChosen(thresholds: ThresholdsConfig | undefined): thresholds is ThresholdsConfig {
  if (thresholds === undefined || thresholds.steps.length < 2) return false;
  const { steps } = thresholds;
  const isGrafanas =
    steps.length === 2 && steps[0]?.color === 'green' && steps[1]?.color === 'red' && steps[1].value === 80;
  return !isGrafanas;
}

function areSame(a: ThresholdsConfig | undefined, b: ThresholdsConfig | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const text = ({ mode, steps }: ThresholdsConfig): string =>
    JSON.stringify([mode, steps.map(({ value, color }, i) => [i === 0 ? null : value, color])]);
  return text(a) === text(b);
}

/** What a line says: the name of its limit, if it is one, and the value. */
export function lineText({ name, text: limit }: LimitLine): string {
  switch (name) {
    case 'Critical':
      return t('panels.field-thresholds.critical', 'Critical {{limit}}', { limit });
    case 'Warning':
      return t('panels.field-thresholds.warning', 'Warning {{limit}}', { limit });
    case '':
      return limit;
  }
}

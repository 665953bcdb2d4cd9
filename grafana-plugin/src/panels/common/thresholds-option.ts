import { ThresholdsMode, type ThresholdsConfig } from '@grafana/data';

/** The standard option Thresholds: the frames bring the limits of their measure. Grafana's own default is red from 80. */
export const THRESHOLDS_OPTION: { readonly defaultValue: ThresholdsConfig } = {
  defaultValue: { mode: ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'green' }] },
};

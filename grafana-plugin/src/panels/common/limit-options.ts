import type { PanelOptionsEditorBuilder } from '@grafana/data';
import type { LimitOptions } from './limits.ts';

/** Adds the options that override the limits of the measure. */
export function addLimitOptions<Options extends LimitOptions>(
  builder: PanelOptionsEditorBuilder<Options>,
  showIf?: (options: Options) => boolean,
): void {
  const settings = { placeholder: 'default of the measure', step: 0.05 };
  builder
    .addNumberInput({ path: 'warning', name: 'Warning threshold', settings, showIf })
    .addNumberInput({ path: 'critical', name: 'Critical threshold', settings, showIf });
}

import type { PanelOptionsEditorBuilder } from '@grafana/data';
import type { LimitOptions } from './limits.ts';

/** Adds the two options that override the limits of the measure. */
export function addLimitOptions<Options extends LimitOptions>(
  builder: PanelOptionsEditorBuilder<Options>,
  showIf?: (options: Options) => boolean,
): void {
  const settings = { placeholder: "the measure's own", step: 0.05 };
  builder
    .addNumberInput({ path: 'warning', name: 'Warning at', settings, showIf })
    .addNumberInput({ path: 'critical', name: 'Critical at', settings, showIf });
}

import { applicableInputs, measureById } from '@driftline/shared';
import type { DashboardContent, Narrowing, Question } from './content.ts';

/** What the variable of each narrowing is called and lists. */
export const NARROWINGS = {
  model: { label: 'Model', choice: 'models' },
  version: { label: 'Version', choice: 'versions' },
  feature: { label: 'Feature', choice: 'features' },
  group: { label: 'Group attribute', choice: 'groups' },
} as const;

/** The variables of a dashboard that narrow a question. */
export function narrowingOf({ measure, of }: Question, { variables }: DashboardContent): Narrowing[] {
  const inputs = applicableInputs(measureById(measure).inputs, of);
  return variables.filter((variable) => inputs.includes(variable));
}

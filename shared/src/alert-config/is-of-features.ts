import type { Measure } from '../templates/measure.ts';

/** Whether a measure has a value for each feature, so that a feature may have a limit of its own. */
export function isOfFeatures({ inputs, subject }: Pick<Measure, 'inputs' | 'subject'>): boolean {
  return inputs.includes('feature') && subject !== 'model';
}

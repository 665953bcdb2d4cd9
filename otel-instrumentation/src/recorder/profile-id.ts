import { hash } from 'node:crypto';
import { compareText, type ReferenceProfile } from '@driftline/shared';

/**
 * The identity of a profile: eight hexadecimal digits over all that its series depend on (bins, counts, means, extremes
 * and rows), and not over the date, the version or the performance. Profiles of one identity have the same reference, so
 * that their counts may be added up; the same training data, profiled twice, give the same identity.
 */
export function profileIdOf({ features, prediction, rows }: ReferenceProfile): string {
  const ordered = [...features].sort((a, b) => compareText(a.name, b.name));
  return hash('sha256', JSON.stringify([ordered, prediction, rows], compared), 'hex').slice(0, 8);
}

function compared(field: string, value: unknown): unknown {
  // Which class is favorable changes no count; neither do the labels, nor what features mean to the model.
  if (field === 'favorable' || field === 'labelCounts' || field === 'importance') return undefined;
  // Sums of many threads differ in their last digits from one run to the next; edges do not.
  const isSum = field === 'mean' || field === 'standardDeviation';
  return isSum && typeof value === 'number' ? value.toPrecision(9) : value;
}

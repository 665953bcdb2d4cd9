import { featureBins, ProfileError, type ReferenceProfile } from '@driftline/shared';
import { labelText } from '../values/label-text.ts';
import { quoted } from '../values/quoted.ts';

/**
 * Checks that no two series of a model would be one, because their names differ in broken characters only.
 *
 * @throws {ProfileError} that names the two
 */
export function checkDistinctLabels({ features, prediction, groups }: ReferenceProfile): void {
  checkDistinct(
    'features',
    features.map(({ name }) => name),
  );
  for (const feature of features) {
    if (feature.kind === 'categorical') {
      checkDistinct(
        `categories of ${quoted(feature.name)}`,
        featureBins(feature).map(({ label }) => label),
      );
    }
  }
  if (prediction?.kind === 'classification') checkDistinct('classes', prediction.classes);
  checkDistinct(
    'groups',
    groups.map(({ attribute }) => attribute),
  );
  for (const { attribute, values } of groups) checkDistinct(`groups of ${quoted(attribute)}`, values);
}

function checkDistinct(what: string, labels: readonly string[]): void {
  const known = new Map<string, string>();
  for (const label of labels) {
    const text = labelText(label);
    const earlier = known.get(text);
    if (earlier !== undefined && earlier !== label) {
      throw new ProfileError(
        `The profile has two ${what} that differ in broken characters only, ${JSON.stringify(earlier)} and ` +
          `${JSON.stringify(label)}: read the training data with the right --encoding, or rename one.`,
      );
    }
    known.set(text, label);
  }
}

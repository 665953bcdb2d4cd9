/** What tells one distribution from another. */
export interface Identity {
  /** Name of the label that holds the bin. */
  readonly binLabel: string;
  /** All other labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** Name of a histogram without labels; empty for any other. */
  readonly histogram: string;
}

const MODEL = 'ml_model_name';
const VERSION = 'ml_model_version';
const PROFILE = 'ml_profile_id';
const FEATURE = 'ml_feature_name';
const PREDICTION_BIN = 'ml_prediction_bin';

/**
 * A short name for each: what it is, and in parentheses the labels that differ. Profiles are named only where nothing
 * else tells two of them apart, as while a model that is trained again is deployed.
 */
export function distributionNames(identities: readonly Identity[]): string[] {
  const varying = new Set(
    identities
      .flatMap(({ labels }) => Object.keys(labels))
      .filter((label) => new Set(identities.flatMap(({ labels }) => labels[label] ?? [])).size > 1),
  );
  const named = identities.map(({ labels: { [PROFILE]: profile = 'unknown', ...labels }, ...identity }) => {
    const { name, labels: others } = subjectOf({ ...identity, labels });
    const details = others.filter(([label]) => varying.has(label)).map(([label, value]) => text(label, value));
    return { short: nameOf(name, details), long: nameOf(name, [...details, `profile ${profile}`]) };
  });
  const isShared = (name: string): boolean => named.filter(({ short }) => short === name).length > 1;
  return named.map(({ short, long }) => (isShared(short) ? long : short));
}

function nameOf(subject: string, details: readonly string[]): string {
  return details.length > 0 ? `${subject} (${details.join(', ')})` : subject;
}

/** What the distribution is of, and the labels that its name does not hold yet. */
function subjectOf({ binLabel, labels, histogram }: Identity): { name: string; labels: Array<[string, string]> } {
  const { [FEATURE]: feature, ...others } = labels;
  if (feature !== undefined) return { name: feature, labels: Object.entries(others) };
  if (binLabel === PREDICTION_BIN) return { name: 'predictions', labels: Object.entries(labels) };
  const values = Object.entries(labels).map(([label, value]) => text(label, value));
  return { name: values.join(', ') || histogram || 'histogram', labels: [] };
}

function text(label: string, value: string): string {
  if (label === MODEL) return value;
  return label === VERSION ? `version ${value}` : `${label}=${value}`;
}

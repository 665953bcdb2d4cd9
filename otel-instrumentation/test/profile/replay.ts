import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  featureBins,
  OTHER,
  populationStabilityIndex,
  unseenShareOf,
  valueOfRate,
  type FeatureReference,
} from '@driftline/shared';
import { buildProfile } from '../../src/profile/build-profile.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';
import { featureCounts } from '../../src/recorder/feature-counts.ts';
import { isNumberArray } from '../../src/values/number-array.ts';

/** Path of a file in `cases/`. */
export function caseFile(name: string): string {
  return fileURLToPath(new URL(`cases/${name}`, import.meta.url));
}

/** Features of the profile of one file, by name, and what was said about it. */
export async function profiled(path: string, request: Partial<ProfileRequest> = {}) {
  const warnings: string[] = [];
  const { features } = await buildProfile(
    { model: 'm', version: '1', bins: 10, maxCategories: 50, ...request },
    { paths: [path], warn: (sentence) => warnings.push(sentence) },
  );
  const feature = (name: string): FeatureReference => {
    const found = features.find((each) => each.name === name);
    if (found === undefined) throw new Error(`The profile has no feature ${name}.`);
    return found;
  };
  return { features, feature, warnings };
}

/** The same for columns of texts, with an empty one for a missing value. */
export async function profiledColumns(
  columns: Readonly<Record<string, readonly string[]>>,
  request: Partial<ProfileRequest> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-columns-'));
  try {
    const path = join(folder, 'data.csv');
    const names = Object.keys(columns);
    const rows = (columns[names[0] as string] ?? []).map((_, row) => names.map((name) => columns[name]?.[row]));
    const field = (value = ''): string => (value === '' ? '' : `"${value.replaceAll('"', '""')}"`);
    writeFileSync(path, [names, ...rows].map((row) => row.map(field).join(',')).join('\n'));
    // Values of nearly every row its own would be taken for identifiers.
    return await profiled(path, { keep: names, ...request });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Records live values and compares them with the training data. */
export function replayed(reference: FeatureReference, values: readonly unknown[] | Float32Array, outlierLimit = 3) {
  const counts = featureCounts(reference, outlierLimit);
  if (isNumberArray(values)) counts.recordNumbers(values, values.length);
  else for (const value of values) counts.record(value);
  const bins = featureBins(reference);
  const live = bins.map((_, bin) => counts.countOf(bin));
  const psi = populationStabilityIndex(
    live,
    bins.map(({ count }) => count),
  );
  const other = bins.find(({ label }) => label === OTHER);
  const unseen = valueOfRate(
    unseenShareOf({
      ...counts.problems,
      observations: live.reduce((sum, count) => sum + count, 0),
      otherInTraining: other?.ratio ?? 0,
    }),
  );
  return { psi, live, unseen, problems: counts.problems };
}

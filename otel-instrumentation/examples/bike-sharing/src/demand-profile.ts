import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReferenceProfile } from '@driftline/shared';
import { buildProfile } from '../../../src/profile/build-profile.ts';
import type { Predict } from './demand-forest.ts';
import { CATEGORICAL_FEATURES, FEATURES, NUMERIC_FEATURES, type Ride } from './rides.ts';

/** The reference profile of the rows that the model was trained on, with how well it does there. */
export async function profileOf(rides: readonly Ride[], predict: Predict): Promise<ReferenceProfile> {
  const scratch = await mkdtemp(join(tmpdir(), 'driftline-bike-sharing-'));
  try {
    const path = join(scratch, 'train.jsonl');
    const rows = rides.map(({ features, count }) => ({ ...features, count, prediction: predict(features) }));
    await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n'));
    return await buildProfile(
      {
        model: 'bike-sharing',
        version: '1',
        features: FEATURES,
        types: {
          ...Object.fromEntries(NUMERIC_FEATURES.map((feature) => [feature, 'numeric' as const])),
          ...Object.fromEntries(CATEGORICAL_FEATURES.map((feature) => [feature, 'categorical' as const])),
        },
        label: 'count',
        prediction: 'prediction',
        task: 'regression',
        bins: 10,
        maxCategories: 10,
      },
      { paths: [path] },
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

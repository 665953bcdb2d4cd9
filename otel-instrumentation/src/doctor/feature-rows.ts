import { ATTRIBUTES, counterSeries, labelOf, METRICS, OTHER } from '@driftline/shared';
import type { Ask, Model } from './answer.ts';
import type { Scope } from './scope.ts';

const FEATURE = labelOf(ATTRIBUTES.featureName);
const BIN = labelOf(ATTRIBUTES.featureBin);
const PROBLEM = labelOf(ATTRIBUTES.featureProblem);

/** Live values of one feature in the window. */
export interface FeatureRows {
  readonly name: string;
  readonly rows: number;
  /** Rows with a value in a bin. */
  readonly valid: number;
  readonly other: number;
  readonly missing: number;
  readonly invalid: number;
}

/** The live values of the features of a model. */
export async function featureRows(ask: Ask, scope: Scope): Promise<(model: Model) => FeatureRows[]> {
  const observations = counterSeries(METRICS.featureObservations);
  const problems = counterSeries(METRICS.featureProblems);
  const valid = await ask(scope.increase(observations, [FEATURE]));
  const other = await ask(scope.increase(observations, [FEATURE], `${BIN}="${OTHER}"`));
  const unusable = await ask(scope.increase(problems, [FEATURE, PROBLEM], `${PROBLEM}=~"missing|invalid"`));
  return (model) => {
    const valids = valid.by(FEATURE, model);
    const others = other.by(FEATURE, model);
    const missings = unusable.by(FEATURE, model, { [PROBLEM]: 'missing' });
    const invalids = unusable.by(FEATURE, model, { [PROBLEM]: 'invalid' });
    const names = new Set([valids, missings, invalids].flatMap((each) => [...each.keys()]));
    return [...names].map((name) => {
      const counts = {
        valid: valids.get(name) ?? 0,
        other: others.get(name) ?? 0,
        missing: missings.get(name) ?? 0,
        invalid: invalids.get(name) ?? 0,
      };
      return { name, ...counts, rows: counts.valid + counts.missing + counts.invalid };
    });
  };
}

/** Rows in which features were recorded: each row counts once in each feature. */
export function rowsOf(features: readonly FeatureRows[]): number {
  return features.reduce((most, { rows }) => Math.max(most, rows), 0);
}

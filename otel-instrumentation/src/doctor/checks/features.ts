import { ATTRIBUTES, gaugeSeries, labelOf, METRICS, OTHER } from '@driftline/shared';
import { listed } from '../../values/listed.ts';
import { isNearlyAlways, type Part } from '../../values/nearly-always.ts';
import { percent } from '../../values/percent.ts';
import { quoted } from '../../values/quoted.ts';
import type { Check } from '../check.ts';
import { featureRows, rowsOf, type FeatureRows } from '../feature-rows.ts';
import type { Finding } from '../finding.ts';
import { perModel } from '../scope.ts';

const FEATURE = labelOf(ATTRIBUTES.featureName);
const MOST_NAMES = 5;

/** A feature with its shares in the training data. */
interface Feature extends FeatureRows {
  readonly categorical: boolean;
  readonly missingInTraining: number;
  readonly otherInTraining: number;
}

/** One way in which nearly every value of a feature is unusable. */
interface Fault {
  readonly what: string;
  readonly applies?: (feature: Feature) => boolean;
  readonly part: (feature: Feature) => Part;
  readonly says: string;
  readonly action: string;
}

const invalid = ({ invalid, rows, missing }: Feature): Part => ({ count: invalid, of: rows - missing, training: 0 });

const FAULTS: readonly Fault[] = [
  {
    what: 'missing features',
    part: ({ missing, rows, missingInTraining }) => ({ count: missing, of: rows, training: missingInTraining }),
    says: 'nearly always missing, unlike in the training data',
    action:
      'Pass them under the names of the profile (monitor.report().problems names likely ones), or build it without them ' +
      '(--exclude).',
  },
  {
    what: 'numeric features',
    applies: ({ categorical }) => !categorical,
    part: invalid,
    says: 'numeric in the profile, and nearly always invalid',
    action: 'Pass numbers, or build the profile with --categorical and these names.',
  },
  {
    what: 'categorical features',
    applies: ({ categorical }) => categorical,
    part: invalid,
    says: 'categorical in the profile, and nearly always invalid',
    action: 'Pass texts, numbers or booleans, not objects or lists.',
  },
  {
    what: 'unseen categories',
    part: ({ other, valid, otherInTraining }) => ({ count: other, of: valid, training: otherInTraining }),
    says: `nearly always in the bin \`${OTHER}\`, unlike in the training data`,
    action:
      'Pass the categories as the training data writes them, or build the profile again (--numeric, or a larger ' +
      '--max-categories).',
  },
];

/** Features of which nearly every value is unusable: names, kinds or categories of profile and service differ. */
export const features: Check = async (ask, scope) => {
  const rowsBy = await featureRows(ask, scope);
  const missing = await ask(
    perModel('max', scope.select(gaugeSeries(METRICS.referenceFeatureMissingRatio)), [FEATURE]),
  );
  const other = await ask(
    perModel(
      'max',
      scope.select(gaugeSeries(METRICS.referenceFeatureRatio), `${labelOf(ATTRIBUTES.featureBin)}="${OTHER}"`),
      [FEATURE],
    ),
  );
  return (model) => {
    const live = rowsBy(model);
    if (rowsOf(live) === 0) return [];
    const missingInTraining = missing.by(FEATURE, model);
    const otherInTraining = other.by(FEATURE, model);
    const all = live.map((feature): Feature => ({
      ...feature,
      categorical: otherInTraining.has(feature.name),
      missingInTraining: missingInTraining.get(feature.name) ?? 0,
      otherInTraining: otherInTraining.get(feature.name) ?? 0,
    }));
    const found = [...FAULTS.flatMap((fault) => findingOf(fault, all)), ...silent(all, missingInTraining.keys())];
    if (found.length > 0) return found;
    return [{ what: 'feature values', state: 'here', detail: `usable in ${all.length} of ${all.length} features` }];
  };
};

function findingOf({ what, applies, part, says, action }: Fault, features: readonly Feature[]): Finding[] {
  const faulty = features.filter((feature) => applies?.(feature) !== false && isNearlyAlways(part(feature)));
  if (faulty.length === 0) return [];
  const named = faulty.slice(0, MOST_NAMES).map((feature) => {
    const { count, of, training } = part(feature);
    return `${quoted(feature.name)} (${percent(count / of)} of ${Math.round(of)}, training ${percent(training)})`;
  });
  const detail = `${faulty.length} of ${features.length} features ${says}: ${listed(named, faulty.length, MOST_NAMES)}. ${action}`;
  return [{ what, state: 'wrong', detail }];
}

/** Features of the profile without any row, while others have rows. */
function silent(features: readonly Feature[], inProfile: Iterable<string>): Finding[] {
  const heard = new Set(features.filter(({ rows }) => rows > 0).map(({ name }) => name));
  const names = [...inProfile].filter((name) => !heard.has(name));
  if (names.length === 0) return [];
  const detail =
    `${names.length} features of the profile have no row, and ${heard.size} have: ` +
    `${listed(names.slice(0, MOST_NAMES).map(quoted), names.length, MOST_NAMES)}. Look for what drops series between ` +
    'the service and the store, such as relabeling or a limit of samples.';
  return [{ what: 'silent features', state: 'wrong', detail }];
}

import { DEFAULT_RULE_OPTIONS, isOfAllVersions, type RuleOptions } from '../alerts/alert.ts';
import type { Limits, RuleLimits } from '../alerts/rule-limits.ts';
import { MEASURES, measureById, type MeasureId } from '../measures/registry.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import type { Measure } from '../templates/measure.ts';
import { alertScopes, isLimits, type AlertScope } from './alert-scopes.ts';
import { isOfFeatures } from './is-of-features.ts';
import { perSecond } from './rate.ts';
import { ruleWindows } from './rule-windows.ts';
import type { AlertConfig, LimitConfig, Settings } from './schema.ts';

/**
 * The rules that a file asks for, each for models of the same settings: no series is in two of them.
 *
 * @param config - as `readAlertConfig` gives it
 */
export function ruleOptionsOf(config: AlertConfig): RuleOptions[] {
  return alertScopes(config).map((scope) => optionsOf(scope, config));
}

function optionsOf(scope: AlertScope, config: AlertConfig): RuleOptions {
  const { model, version, without, settings } = scope;
  const { team, folder, runbooks } = config;
  const windows = ruleWindows(settings);
  if ('fault' in windows) throw new QueryError(`The traffic of ${model ?? 'all models'} ${windows.fault}.`);
  return {
    alerts: new Map(limitsOf(settings).filter(([id]) => isOfScope(measureById(id), scope))),
    scope: {
      ...(team === undefined ? {} : { team }),
      ...(model === undefined ? {} : { model }),
      ...(version === undefined ? {} : { version }),
      ...(folder === undefined ? {} : { folder }),
    },
    query: {
      where: {
        ...(model === undefined ? {} : { model: [model] }),
        ...(version === undefined ? {} : { version: [version] }),
        ...(settings.groups === undefined ? {} : { group: settings.groups }),
      },
      ...queryOf(settings),
    },
    without,
    ...(model === undefined || settings.runsEvery === undefined ? {} : { batchModels: [model] }),
    ...windows,
    holdFor: settings.for ?? DEFAULT_RULE_OPTIONS.holdFor,
    ...(settings.keepFiringFor === undefined ? {} : { keepFiringFor: settings.keepFiringFor }),
    ...(runbooks === undefined ? {} : { runbooks }),
  };
}

/**
 * Rules of all versions are not those of one, and may be the only ones of their model. They say that something stopped,
 * which a model in batches does after every run.
 */
function isOfScope(measure: Measure, { version, settings, isOfAllVersions: onlyThose }: AlertScope): boolean {
  if (!isOfAllVersions(measure)) return onlyThose !== true;
  return version === undefined && settings.runsEvery === undefined;
}

function queryOf(settings: Settings): Partial<MeasureQuery> {
  const { compare, minimumGroupSize, privileged, favorable, minimumObservations, significance } = settings;
  return {
    ...(compare === undefined ? {} : { compare }),
    ...(minimumGroupSize === undefined ? {} : { minimumGroupSize }),
    ...(privileged === undefined ? {} : { privileged }),
    ...(favorable === undefined ? {} : { favorable }),
    ...(minimumObservations === undefined ? {} : { minimumObservations }),
    ...(significance === undefined ? {} : { significance }),
  };
}

/**
 * The limit of a measure that a file says nothing of. Traffic is missed of a model that made half of its expected
 * predictions or more, where that is less than usual: in its short window it makes 19 on average, so that none at all has
 * a probability of exp(−19) by chance.
 */
function defaultLimit({ id, thresholds }: Measure, rate: string | undefined): LimitConfig {
  if (!DEFAULT_RULE_OPTIONS.alerts.has(id as MeasureId)) return 'off';
  if (id !== 'no-traffic' || rate === undefined || thresholds === undefined) return 'on';
  const half = Number((perSecond(rate) / 2).toPrecision(2));
  return half < thresholds.critical ? half : 'on';
}

/** The measures that have rules by default first, as they stand there. */
const IN_ORDER = [
  ...[...DEFAULT_RULE_OPTIONS.alerts.keys()].map(measureById),
  ...MEASURES.filter(({ id }) => !DEFAULT_RULE_OPTIONS.alerts.has(id)),
];

/** Limits of each measure that has any, for features that have none of their own and for each of those that have. */
function limitsOf({ limits = {}, features = {}, rate }: Settings): [MeasureId, readonly RuleLimits[]][] {
  return IN_ORDER.flatMap((measure): [MeasureId, readonly RuleLimits[]][] => {
    const { id } = measure;
    const general = limits[id] ?? defaultLimit(measure, rate);
    const own = isOfFeatures(measure)
      ? Object.entries(features).flatMap(([feature, given]): [string, LimitConfig][] => {
          const limit = isLimits(given) ? given[id] : 'off';
          return limit === undefined ? [] : [[feature, limit]];
        })
      : [];
    const without = own.map(([feature]) => feature);
    const all: RuleLimits[] = [
      ...numbersOf(general).map((each) => (without.length === 0 ? each : { ...each, features: { without } })),
      ...own.flatMap(([only, limit]) => numbersOf(limit).map((each): RuleLimits => ({ ...each, features: { only } }))),
    ];
    return all.length === 0 ? [] : [[id, all]];
  });
}

/** The limits that a limit of a file stands for: one or none. No number stands for the default ones of the measure. */
function numbersOf(limit: LimitConfig): Limits[] {
  if (limit === 'off' || limit === false) return [];
  if (limit === 'on' || limit === true) return [{}];
  if (typeof limit === 'number') return [{ critical: limit }];
  const { warning, critical } = limit;
  return [{ ...(warning === undefined ? {} : { warning }), ...(critical === undefined ? {} : { critical }) }];
}

import { sideOf } from '../compiler/resolved-by.ts';
import { measureById, type MeasureId } from '../measures/registry.ts';
import type { Measure } from '../templates/measure.ts';
import { isLimits, merged } from './alert-scopes.ts';
import type { Fault } from './fault.ts';
import { isOfFeatures } from './is-of-features.ts';
import { ruleWindows } from './rule-windows.ts';
import type { AlertConfig, LimitConfig, LimitsByMeasure, ModelConfig, Settings } from './schema.ts';

type Path = Fault['path'];

/** What is wrong in a file that the schema accepts: limits on the wrong side, a model twice, windows that cannot be. */
export function limitFaults(config: AlertConfig): Fault[] {
  const { defaults = {}, models = [], otherModels = true } = config;
  const general = (model: ModelConfig): Settings =>
    models.find(({ name, version }) => name === model.name && version === undefined) ?? {};
  return [
    ...(models.length === 0 && !otherModels
      ? [
          {
            path: ['otherModels'],
            what: 'is false, and no model is listed, so there is no alert: list one under models',
          },
        ]
      : []),
    ...settingsFaults(defaults, ['defaults']),
    ...windowFaults(defaults, defaults, ['defaults']),
    ...models.flatMap((model, i) => {
      const path = ['models', i];
      const first = models.findIndex(({ name, version }) => name === model.name && version === model.version);
      return [
        ...(first < i ? [{ path, what: `is ${nameOf(model)} again: put its settings into models[${first}]` }] : []),
        ...settingsFaults(model, path),
        ...windowFaults(model, merged(merged(defaults, general(model)), model), path),
      ];
    }),
  ];
}

const nameOf = ({ name, version }: ModelConfig): string =>
  JSON.stringify(name) + (version === undefined ? '' : `, version ${JSON.stringify(version)}`);

function windowFaults(own: Settings, all: Settings, path: Path): Fault[] {
  const found = ruleWindows(all);
  if ('fault' in found) {
    const field = (['rate', 'shortWindow', 'window'] as const).find((each) => own[each] !== undefined);
    const of = found.fault.includes(' observations take ') ? 'rate' : 'shortWindow';
    return field === undefined ? [] : [{ path: [...path, own[of] === undefined ? field : of], what: found.fault }];
  }
  const { window, rate, runsEvery } = own;
  if (window === undefined || (rate === undefined && runsEvery === undefined) || found.longWindow === window) return [];
  const why =
    rate === undefined ? `for the last of its runs, every ${runsEvery}` : `for enough observations at ${rate}`;
  return [
    {
      path: [...path, 'window'],
      what: `is ${window}, too short ${why}: write ${found.longWindow}, or leave it out`,
    },
  ];
}

function settingsFaults({ limits = {}, features = {} }: Settings, path: Path): Fault[] {
  return [
    ...limitsFaults(limits, [...path, 'limits']),
    ...Object.entries(features).flatMap(([feature, own]) => {
      if (!isLimits(own)) return [];
      const at = [...path, 'features', feature];
      return [
        ...limitsFaults(own, at),
        ...measuresOf(own)
          .filter((measure) => !isOfFeatures(measure))
          .map(({ id, subject }) => ({
            path: [...at, id],
            what: `is about a ${subject}, and not about a feature: write it under limits of the model`,
            isKey: true,
          })),
      ];
    }),
  ];
}

const measuresOf = (limits: LimitsByMeasure): Measure<MeasureId>[] => Object.keys(limits).map(measureById);

function limitsFaults(limits: LimitsByMeasure, path: Path): Fault[] {
  return measuresOf(limits).flatMap((measure) => {
    const limit = limits[measure.id];
    return limit === undefined ? [] : limitFaultsOf(measure, limit, [...path, measure.id]);
  });
}

function limitFaultsOf(measure: Measure<MeasureId>, limit: LimitConfig, path: Path): Fault[] {
  if (limit === 'off' || limit === false) return [];
  if (limit === 'on' || limit === true) {
    if (measure.thresholds !== undefined) return [];
    return [
      { path, what: `is ${String(limit)}, and ${measure.name} has no default limit: write a number, such as 0.1` },
    ];
  }
  if (typeof limit === 'number') return valueFaults(measure, limit, path);
  const { warning, critical } = limit;
  if (warning === undefined && critical === undefined) {
    return [{ path, what: 'is empty: give warning, critical or both, or write off' }];
  }
  return [
    ...(warning === undefined ? [] : valueFaults(measure, warning, [...path, 'warning'])),
    ...(critical === undefined ? [] : valueFaults(measure, critical, [...path, 'critical'])),
    ...(warning === undefined || critical === undefined ? [] : orderFaults(measure, warning, critical, path)),
  ];
}

function orderFaults(measure: Measure, warning: number, critical: number, path: Path): Fault[] {
  const side = sideOf(measure);
  if (side === 'above' ? warning < critical : warning > critical) return [];
  return [
    {
      path: [...path, 'warning'],
      what:
        `is ${warning}, which values of ${measure.name} ${warning === critical ? 'reach with' : 'reach after'} the critical ` +
        `limit of ${critical}: give a warning ${side === 'above' ? 'below' : 'above'} it, or leave it out`,
    },
  ];
}

/** A limit beyond which every value lies, or none. */
function valueFaults({ name, unit, worse, thresholds }: Measure, limit: number, path: Path): Fault[] {
  const isShare = unit === 'share';
  if (isShare && limit > 1) {
    return [{ path, what: `is ${limit}, and ${name} is a share: write one between 0 and 1, such as 0.05 for 5 %` }];
  }
  const hasSize = isShare || worse === 'neither' || unit !== 'index' || thresholds !== undefined;
  if (hasSize && limit < 0) return [{ path, what: `is ${limit}, and ${name} has no limit below 0: give one above` }];
  return [];
}

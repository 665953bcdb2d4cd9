import type { Where } from '../query/measure-query.ts';
import type { AlertConfig, Settings } from './schema.ts';

/** Models that have the same settings: one version of a model, its other versions, or all models that are not listed. */
export interface AlertScope {
  readonly model?: string;
  readonly version?: string;
  /** What has a scope of its own: other models, or versions of this one. */
  readonly without: Where;
  /** Whether only those rules are wanted that count all versions of the model together. */
  readonly isOfAllVersions?: boolean;
  /** Those of the defaults, where the entries of the model do not say otherwise. */
  readonly settings: Settings;
}

/** The scopes of a file, of which each series of a model is in one at most. */
export function alertScopes({ defaults = {}, models = [], otherModels = true }: AlertConfig): AlertScope[] {
  const listed = [...new Set(models.map(({ name }) => name))];
  const scopesOf = (model: string): AlertScope[] => {
    const entries = models.filter(({ name }) => name === model);
    const general = entries.find(({ version }) => version === undefined);
    const all = merged(defaults, general ?? {});
    const versions = entries.flatMap(({ version }) => (version === undefined ? [] : [version]));
    // Where only a version is listed, the others of its model are as those of models that are not listed.
    const others: AlertScope = { model, without: versions.length === 0 ? {} : { version: versions }, settings: all };
    const isWanted = general !== undefined || otherModels;
    return [
      isWanted ? others : { ...others, isOfAllVersions: true },
      ...entries.flatMap(({ name: _, version, ...own }): AlertScope[] =>
        version === undefined ? [] : [{ model, version, without: {}, settings: merged(all, own) }],
      ),
    ];
  };
  const others: AlertScope = { without: listed.length === 0 ? {} : { model: listed }, settings: merged({}, defaults) };
  return [...listed.flatMap(scopesOf), ...(otherModels ? [others] : [])];
}

/** Settings with others over them: by measure for limits, by feature and then by measure for features. */
export function merged(
  under: Settings,
  over: Settings & { readonly name?: string; readonly version?: unknown },
): Settings {
  const { name: _, version: __, ...own } = over;
  const features = { ...under.features };
  for (const [feature, limits] of Object.entries(over.features ?? {})) {
    const before = features[feature];
    const isOff = !isLimits(limits);
    features[feature] = isOff || before === undefined || !isLimits(before) ? limits : { ...before, ...limits };
  }
  return {
    ...under,
    ...own,
    ...(under.limits === undefined && over.limits === undefined ? {} : { limits: { ...under.limits, ...over.limits } }),
    ...(Object.keys(features).length === 0 ? {} : { features }),
  };
}

type Features = NonNullable<Settings['features']>;

/** Whether a feature has limits, rather than none at all. */
export function isLimits(value: Features[string]): value is Exclude<Features[string], 'off' | false> {
  return typeof value === 'object';
}

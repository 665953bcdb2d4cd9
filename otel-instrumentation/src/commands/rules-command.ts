import { readFile, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { stringify } from 'yaml';
import {
  COMPARISONS,
  DEFAULT_MINIMUM_GROUP_SIZE,
  DEFAULT_KEEP_FIRING_FOR,
  DEFAULT_MINIMUM_OBSERVATIONS,
  DEFAULT_RULE_OPTIONS,
  grafanaPromqlRules,
  grafanaRules,
  MEASURES,
  prometheusRuleResource,
  prometheusRules,
  QueryError,
  readAlertConfig,
  ruleOptionsOf,
  splitPrometheusRules,
  watchedTable,
  watchedTwice,
  type Comparison,
  type MeasureId,
  type MeasureQuery,
  type PrometheusRules,
  type RuleOptions,
} from '@driftline/shared';
import { collectNames, duration, wholeNumber } from './option-values.ts';

interface Options {
  readonly format: 'prometheus' | 'prometheus-rule' | 'grafana' | 'grafana-promql';
  readonly config?: readonly string[];
  readonly check?: true;
  readonly split?: number;
  readonly measure?: ReadonlyMap<MeasureId, number | undefined>;
  readonly model?: readonly string[];
  readonly group?: readonly string[];
  readonly compare?: Comparison;
  readonly privileged?: string;
  readonly minimumGroupSize?: number;
  readonly favorable?: string;
  readonly minimum?: number;
  readonly window: string;
  readonly shortWindow: string;
  readonly for: string;
  readonly keepFiringFor: string;
  readonly batchModels?: readonly string[];
  readonly runbooks?: string;
  readonly dataSource?: string;
  readonly out?: string;
}

/** `driftline rules`: alerting rules for a store or for Grafana, from the registry of measures. */
export function rulesCommand(): Command {
  const { longWindow, shortWindow, holdFor } = DEFAULT_RULE_OPTIONS;
  return new Command('rules')
    .description('write recording and alerting rules')
    .addOption(
      new Option(
        '--format <format>',
        'rules of which program: a ruler, one in Kubernetes, Grafana with the Driftline data source, or without the plugin',
      )
        .choices(['prometheus', 'prometheus-rule', 'grafana', 'grafana-promql'])
        .default('prometheus'),
    )
    .option(
      '--config <file>',
      'alerts.yaml, with limits by model and feature, in place of the options below; repeatable',
      (file: string, files: readonly string[] = []) => [...files, file],
    )
    .option('--check', 'print what the rules watch, and write none')
    .option(
      '--measure <id[=limit]>',
      `a measure, optionally with its own limit; repeatable (default: ${[...DEFAULT_RULE_OPTIONS.alerts.keys()].join(', ')})`,
      collectMeasure,
    )
    .option('--model <names>', 'models (default: all)', collectNames)
    .option('--group <names>', 'group attributes of fairness measures (default: all)', collectNames)
    .addOption(
      new Option(
        '--compare <how>',
        "how groups are compared: each with the reference group, or lowest with highest (default: as each model's profile says)",
      ).choices(COMPARISONS),
    )
    .option('--privileged <value>', "reference group (default: that of each model's profile)")
    .option(
      '--minimum-group-size <people>',
      `people below whom a group has no value (default: ${DEFAULT_MINIMUM_GROUP_SIZE})`,
      wholeNumber(1),
    )
    .option('--favorable <class>', "favorable class (default: that of each model's profile)")
    .option(
      '--minimum <observations>',
      `observations below which there is no value (default: ${DEFAULT_MINIMUM_OBSERVATIONS})`,
      wholeNumber(0),
    )
    .option('--window <duration>', 'long window, which has to cross the limit', duration, longWindow)
    .option('--short-window <duration>', 'short window, in which the alert resolves', duration, shortWindow)
    .option('--for <duration>', 'how long the limit has to be crossed before the alert fires', duration, holdFor)
    .option(
      '--keep-firing-for <duration>',
      'how long an alert that is over goes on, so that it does not flap',
      duration,
      DEFAULT_KEEP_FIRING_FOR,
    )
    .option('--batch-models <names>', 'models that run in batches, whose alerts hold between two runs', collectNames)
    .option('--runbooks <url>', 'URL at which you publish shared/measures.md; alerts link to it')
    .option(
      '--data-source <uid>',
      'UID of the data source that Grafana asks (default: driftline, or prometheus without the plugin)',
    )
    .addOption(
      new Option('--split [rules]', 'groups of so many rules at most, each of one model, for a ruler that limits them')
        .argParser(wholeNumber(SMALLEST_GROUP))
        .preset(MIMIR_RULES),
    )
    .option('--out <file>', 'file to write (default: standard output)')
    .action(writeRules);
}

/** Rules in a group, and groups of a tenant, that Mimir takes by default. */
const MIMIR_RULES = 20;
const MIMIR_GROUPS = 70;

/** With fewer, what is recorded of a measure and its alerts would hardly stand together in any group. */
const SMALLEST_GROUP = 10;

async function writeRules(options: Options, command: Command): Promise<void> {
  const scopes = options.config === undefined ? scopesOf(options) : await scopesOfFiles(options.config, command);
  const content = options.check
    ? watchedTable(scopes)
    : stringify(rulesOf(scopes, options), { lineWidth: 0, aliasDuplicateObjects: false });
  if (options.out === undefined) process.stdout.write(content);
  else await writeFile(options.out, content);
}

/** What a file says, so that no option does. */
const OF_THE_FILE = [
  'measure',
  'model',
  'group',
  'compare',
  'privileged',
  'minimumGroupSize',
  'favorable',
  'minimum',
  'window',
  'shortWindow',
  'for',
  'keepFiringFor',
  'batchModels',
  'runbooks',
] as const satisfies readonly (keyof Options)[];

/** @throws {QueryError} for two files that watch the same */
async function scopesOfFiles(files: readonly string[], command: Command): Promise<RuleOptions[]> {
  const all: { readonly file: string; readonly scopes: readonly RuleOptions[] }[] = [];
  for (const file of files) {
    const scopes = await scopesOfFile(file, command);
    for (const other of all) checkOnce(other, { file, scopes });
    all.push({ file, scopes });
  }
  return all.flatMap(({ scopes }) => scopes);
}

type ScopesOfFile = { readonly file: string; readonly scopes: readonly RuleOptions[] };

function checkOnce(one: ScopesOfFile, other: ScopesOfFile): void {
  const twice = watchedTwice(one.scopes, other.scopes);
  if (twice === undefined) return;
  const { model, version } = twice;
  const what =
    model === undefined ? 'models that they do not list' : version === undefined ? model : `${model} ${version}`;
  throw new QueryError(
    `${one.file} and ${other.file} both watch ${what}, so that each alert would be sent twice: list your models in each, ` +
      'with otherModels: false.',
  );
}

async function scopesOfFile(file: string, command: Command): Promise<RuleOptions[]> {
  const given = OF_THE_FILE.find((name) => command.getOptionValueSource(name) === 'cli');
  if (given !== undefined) {
    const flag = command.options.find((option) => option.attributeName() === given)?.long ?? given;
    throw new QueryError(`${flag} is what ${file} says: write it there, or leave --config out.`);
  }
  return ruleOptionsOf(readAlertConfig(await readFile(file, 'utf8'), file));
}

function rulesOf(scopes: readonly RuleOptions[], { format, split, dataSource }: Options): object {
  if (split !== undefined && format !== 'prometheus' && format !== 'prometheus-rule') {
    throw new QueryError('--split is for rulers, and Grafana does not limit its groups: leave it out.');
  }
  switch (format) {
    case 'grafana':
      return grafanaRules(...scopes.map((scope) => ({ ...scope, dataSource: dataSource ?? 'driftline' })));
    case 'grafana-promql': {
      const rules = grafanaPromqlRules(
        ...scopes.map((scope) => ({ ...scope, dataSource: dataSource ?? 'prometheus' })),
      );
      warnOfLongQueries(
        rules.groups.flatMap((group) => group.rules.map(({ title, data }) => [title, data[0].model.expr])),
      );
      return rules;
    }
    case 'prometheus':
    case 'prometheus-rule': {
      const rules = split === undefined ? prometheusRules(...scopes) : splitPrometheusRules(scopes, split);
      warnOfLongQueries(
        rules.groups.flatMap((group) =>
          group.rules.map((rule) => ['record' in rule ? rule.record : rule.alert, rule.expr]),
        ),
      );
      if (split !== undefined) warnOfManyGroups(rules);
      return format === 'prometheus' ? rules : prometheusRuleResource(rules, scopes[0]?.scope);
    }
  }
}

function warnOfManyGroups({ groups }: PrometheusRules): void {
  if (groups.length <= MIMIR_GROUPS) return;
  console.error(
    `These are ${groups.length} groups, and Mimir takes ${MIMIR_GROUPS} of a tenant by default: raise ` +
      'ruler_max_rule_groups_per_tenant, or let fewer models have settings of their own.',
  );
}

/** Characters of a query that VictoriaMetrics takes by default. */
const LONGEST_QUERY = 16_384;

function warnOfLongQueries(queries: readonly (readonly [name: string, query: string])[]): void {
  const long = queries.filter(([, { length }]) => length > LONGEST_QUERY).sort(([, a], [, b]) => b.length - a.length);
  const [longest] = long;
  if (longest === undefined) return;
  const [name, { length }] = longest;
  const which =
    long.length === 1
      ? `the query of ${name} has ${length}`
      : `${long.length} queries are longer, up to ${length} for ${name}`;
  console.error(
    `VictoriaMetrics takes queries of ${LONGEST_QUERY} characters, and ${which}: start it with ` +
      `-search.maxQueryLen=${2 ** Math.ceil(Math.log2(length / 1024))}KB, or name how groups are compared, or the ` +
      'reference group, which shortens those of fairness.',
  );
}

/** The rules that options ask for: of all models, or of each of those that are named, with names of their own. */
function scopesOf(options: Options): RuleOptions[] {
  const query: Partial<MeasureQuery> = {
    ...(options.compare === undefined ? {} : { compare: options.compare }),
    ...(options.minimumGroupSize === undefined ? {} : { minimumGroupSize: options.minimumGroupSize }),
    ...(options.privileged === undefined ? {} : { privileged: options.privileged }),
    ...(options.favorable === undefined ? {} : { favorable: options.favorable }),
    ...(options.minimum === undefined ? {} : { minimumObservations: options.minimum }),
  };
  const groups = options.group === undefined ? {} : { group: options.group };
  const common = {
    alerts: options.measure ?? DEFAULT_RULE_OPTIONS.alerts,
    longWindow: options.window,
    shortWindow: options.shortWindow,
    holdFor: options.for,
    keepFiringFor: options.keepFiringFor,
    ...(options.batchModels === undefined ? {} : { batchModels: options.batchModels }),
    ...(options.runbooks === undefined ? {} : { runbooks: options.runbooks }),
  };
  if (options.model === undefined) return [{ ...common, query: { ...query, where: groups } }];
  return [...new Set(options.model)].map((model) => ({
    ...common,
    scope: { model },
    query: { ...query, where: { model: [model], ...groups } },
  }));
}

function collectMeasure(
  text: string,
  collected: ReadonlyMap<MeasureId, number | undefined> = new Map(),
): ReadonlyMap<MeasureId, number | undefined> {
  const [id = '', limit] = text.split('=');
  const known = MEASURES.find((measure) => measure.id === id)?.id;
  if (known === undefined)
    throw new InvalidArgumentError(`Choose one of ${MEASURES.map((measure) => measure.id).join(', ')}.`);
  const number = limit === undefined ? undefined : Number(limit);
  if (number !== undefined && (limit === '' || !Number.isFinite(number))) {
    throw new InvalidArgumentError(`Write the limit as a number, such as ${id}=0.1.`);
  }
  return new Map([...collected, [known, number]]);
}

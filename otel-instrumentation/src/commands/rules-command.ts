import { writeFile } from 'node:fs/promises';
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
  prometheusRules,
  type Comparison,
  type MeasureId,
  type MeasureQuery,
  type PrometheusRules,
  type RuleOptions,
} from '@driftline/shared';
import { collectNames, duration, wholeNumber } from './option-values.ts';

interface Options {
  readonly format: 'prometheus' | 'grafana' | 'grafana-promql';
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
        'rules of which program: a ruler, Grafana with the Driftline data source, or Grafana without the plugin',
      )
        .choices(['prometheus', 'grafana', 'grafana-promql'])
        .default('prometheus'),
    )
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
    .option('--out <file>', 'file to write (default: standard output)')
    .action(writeRules);
}

async function writeRules(options: Options): Promise<void> {
  const content = stringify(rulesOf(options), { lineWidth: 0 });
  if (options.out === undefined) process.stdout.write(content);
  else await writeFile(options.out, content);
}

function rulesOf(options: Options): object {
  const rules = ruleOptions(options);
  if (options.format === 'grafana') return grafanaRules({ ...rules, dataSource: options.dataSource ?? 'driftline' });
  if (options.format === 'grafana-promql') {
    return grafanaPromqlRules({ ...rules, dataSource: options.dataSource ?? 'prometheus' });
  }
  const recorded = prometheusRules(rules);
  warnOfLongQueries(recorded);
  return recorded;
}

/** Characters of a query that VictoriaMetrics takes by default. */
const LONGEST_QUERY = 16_384;

function warnOfLongQueries({ groups }: PrometheusRules): void {
  for (const rule of groups.flatMap((group) => group.rules)) {
    if (!('record' in rule) || rule.expr.length <= LONGEST_QUERY) continue;
    console.error(
      `The query of ${rule.record} has ${rule.expr.length} characters, and VictoriaMetrics takes ${LONGEST_QUERY}: ` +
        'start it with -search.maxQueryLen=64KB, or name --compare or --privileged, which shortens it.',
    );
  }
}

function ruleOptions(options: Options): RuleOptions {
  const query: Partial<MeasureQuery> = {
    where: {
      ...(options.model === undefined ? {} : { model: options.model }),
      ...(options.group === undefined ? {} : { group: options.group }),
    },
    ...(options.compare === undefined ? {} : { compare: options.compare }),
    ...(options.minimumGroupSize === undefined ? {} : { minimumGroupSize: options.minimumGroupSize }),
    ...(options.privileged === undefined ? {} : { privileged: options.privileged }),
    ...(options.favorable === undefined ? {} : { favorable: options.favorable }),
    ...(options.minimum === undefined ? {} : { minimumObservations: options.minimum }),
  };
  return {
    alerts: options.measure ?? DEFAULT_RULE_OPTIONS.alerts,
    query,
    longWindow: options.window,
    shortWindow: options.shortWindow,
    holdFor: options.for,
    keepFiringFor: options.keepFiringFor,
    ...(options.batchModels === undefined ? {} : { batchModels: options.batchModels }),
    ...(options.runbooks === undefined ? {} : { runbooks: options.runbooks }),
  };
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

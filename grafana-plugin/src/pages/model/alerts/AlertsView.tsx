import { useMemo, useState } from 'react';
import type { MeasureInfo } from '@driftline/shared';
import { Button, LinkButton, Stack, Text, TextLink } from '@grafana/ui';
import { openNewRule } from '../../../datasource/open-new-rule.ts';
import { PENDING, RULE_WINDOW } from '../../../datasource/rule-values.ts';
import { leadingTo } from '../../parts/leading-to.ts';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { useGrafana } from '../../parts/use-grafana.ts';
import { useResource, type Resource } from '../../parts/use-resource.ts';
import { useUrlState } from '../../parts/use-url-state.ts';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { saveFile } from '../../values/csv.ts';
import { formatDuration } from '../../values/format-time.ts';
import { measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { worstOf, type Level, type Status } from '../../values/status.ts';
import { ViewFrame } from '../ViewFrame.tsx';
import {
  activeSince,
  RULES_PATH,
  rulesOf,
  silenceOf,
  type FoundRule,
  type RulesAnswer,
  type Silence,
} from './grafana-rules.ts';
import { LimitsOfModel } from './LimitsOfModel.tsx';
import { limitsIn, limitsText, withLimit, type OwnLimits } from './own-limits.ts';
import { provisioningFile, recommendedRules, valuesOf, type RecommendedRule } from './recommended-rules.ts';

/** One recommended rule, with what Grafana knows of it. */
interface AlertRow {
  readonly rule: RecommendedRule;
  readonly now: Status;
  /** Why it is not known whether the rule exists. */
  readonly unknown: string | undefined;
  readonly found: FoundRule | undefined;
  readonly since: number | undefined;
  readonly silence: Silence | undefined;
}

/** Recommended rules: which exist, how they are now, and what is silenced. */
export function AlertsView({ data: { main }, onRetry, dataSource, to, model }: ViewProps) {
  const { answer: measures } = useResource<MeasureInfo[]>(dataSource, 'measures', {});
  const rules = useGrafana<RulesAnswer>(RULES_PATH, to);
  const silences = useGrafana<Silence[]>('/api/alertmanager/grafana/api/v2/silences', to);
  const [limitsOfAddress, setLimits] = useUrlState('limits');
  const [isAsked, setIsAsked] = useState(false);
  const limits = useMemo(() => limitsIn(limitsOfAddress), [limitsOfAddress]);
  const defaults = useMemo(() => recommendedRules(measures ?? []), [measures]);
  const recommended = useMemo(
    () => recommendedRules((measures ?? []).map((info) => withLimit(info, limits))),
    [measures, limits],
  );
  const all = measureRows(main?.series ?? []).map((row) => withOwnLimit(row, defaults, limits));
  const rows = recommended.map((rule): AlertRow => {
    const [found] = rules.answer === undefined ? [] : rulesOf(rules.answer, rule.measure, rule.family, model);
    return {
      rule,
      now: worstOf(
        all.filter(({ measure }) => measure === rule.measure),
        'no value',
      ),
      unknown: rules.answer === undefined ? (rules.error ?? 'asking …') : undefined,
      found,
      since: found === undefined ? undefined : activeSince(found, model),
      silence: found === undefined ? undefined : silenceOf(found, model, silences.answer ?? []),
    };
  });
  const create = (rule: RecommendedRule): void => openNewRule(valuesOf(rule, model, dataSource));
  const exportAll = (): void =>
    saveFile(`driftline-${model}-rules.json`, provisioningFile(model, recommended, dataSource), 'application/json');
  const { level, sentence } = summary(rows, rules);
  return (
    <ViewFrame answer={main} onRetry={onRetry} level={level} sentence={sentence}>
      <DataTable
        label="Recommended rules"
        file={`${model}-rules`}
        columns={columnsOf(to, model, silences, create)}
        rows={rows}
        keyOf={({ rule }) => rule.measure}
        empty="The data source names no measures with limits."
        actions={
          <>
            <Button
              variant="secondary"
              size="sm"
              icon="download-alt"
              disabled={recommended.length === 0}
              onClick={exportAll}
            >
              Export all as provisioning file…
            </Button>
            <Button
              variant="secondary"
              size="sm"
              icon="sliders-v-alt"
              disabled={recommended.length === 0}
              onClick={() => setIsAsked(true)}
            >
              Limits of this model…
            </Button>
            <Text color="secondary">{`Each looks back over ${RULE_WINDOW}, and fires after ${PENDING}.`}</Text>
          </>
        }
      />
      {isAsked && (
        <LimitsOfModel
          model={model}
          rules={defaults}
          limits={limits}
          onChange={(next) => setLimits(limitsText(next))}
          onClose={() => setIsAsked(false)}
        />
      )}
    </ViewFrame>
  );
}

/** A value held against the limit of the model, which is of what exceeds the share of the training data where the default is. */
function withOwnLimit(row: MeasureRow, rules: readonly RecommendedRule[], limits: OwnLimits): MeasureRow {
  const own = limits[row.measure];
  const by = rules.find(({ measure }) => measure === row.measure)?.info.thresholds;
  if (own === undefined || by === undefined) return row;
  const critical = by.of === 'excess' && !Number.isNaN(row.training) ? row.training + own * (1 - row.training) : own;
  return { ...row, critical, warning: NaN };
}

function summary(rows: readonly AlertRow[], rules: Resource<RulesAnswer>): { level: Level; sentence: string } {
  if (rules.answer === undefined) {
    const why =
      rules.error === undefined
        ? 'Asking Grafana which rules exist …'
        : `Which rules exist is not known: ${rules.error}.`;
    return { level: 'unknown', sentence: why };
  }
  const firing = rows.filter(({ found, since }) => found?.state === 'firing' && since !== undefined);
  const missing = rows.filter(({ found }) => found === undefined);
  const lack =
    missing.length === 0
      ? 'All recommended rules exist.'
      : `${missing.length} of ${rows.length} recommended rules do not exist yet.`;
  if (firing.length > 0) {
    const names = firing.map(({ rule }) => rule.title).join(', ');
    return {
      level: 'critical',
      sentence: `${firing.length} ${firing.length === 1 ? 'rule is' : 'rules are'} firing: ${names}. ${lack}`,
    };
  }
  return { level: missing.length === 0 ? 'ok' : 'noted', sentence: `No rule is firing. ${lack}` };
}

function columnsOf(
  now: number,
  model: string,
  silences: Resource<Silence[]>,
  create: (rule: RecommendedRule) => void,
): Column<AlertRow>[] {
  return [
    { id: 'rule', title: 'Recommended rule', wraps: true, value: ({ rule }) => rule.title },
    { id: 'limit', title: 'Limit', wraps: true, showFrom: 480, value: ({ rule }) => rule.limitText },
    {
      id: 'now',
      title: 'Now',
      wraps: true,
      value: ({ now: { text } }) => text,
      cell: ({ now: status }) => <StatusMark status={status} />,
    },
    {
      id: 'exists',
      title: 'Exists',
      showFrom: 1000,
      value: ({ found, unknown }) => unknown ?? (found === undefined ? 'no' : `${found.folder} / ${found.name}`),
      cell: ({ found, unknown }) =>
        found === undefined ? (
          (unknown ?? '–')
        ) : (
          <TextLink href={viewAddress(found)} title={found.name}>
            {found.folder}
          </TextLink>
        ),
    },
    {
      id: 'state',
      title: 'State',
      value: (row) => stateOf(row, now).text,
      cell: (row) => (row.found === undefined ? (row.unknown ?? '–') : <StatusMark status={stateOf(row, now)} />),
    },
    {
      id: 'silence',
      title: 'Silenced',
      showFrom: 900,
      value: ({ silence }) => (silence === undefined ? '' : `until ${silence.endsAt}`),
      cell: ({ silence, found }) => {
        if (silence !== undefined) {
          const text = `for ${formatDuration(Date.parse(silence.endsAt) - now)} more: ${silence.comment}`;
          return (
            <span style={ONE_LINE} title={text}>
              {text}
            </span>
          );
        }
        return found === undefined ? '–' : (silences.error ?? 'no');
      },
    },
    {
      id: 'actions',
      title: 'Action',
      value: ({ found }) => (found === undefined ? 'create' : 'open'),
      csv: () => undefined,
      cell: ({ rule, found }) =>
        found === undefined ? (
          <Button variant="secondary" size="sm" aria-label={`Create ${rule.title}`} onClick={() => create(rule)}>
            Create
          </Button>
        ) : (
          <Stack gap={1}>
            <LinkButton variant="secondary" size="sm" href={viewAddress(found)} aria-label={`Open ${rule.title}`}>
              Open
            </LinkButton>
            <LinkButton
              variant="secondary"
              size="sm"
              {...leadingTo(silenceAddress(found, model))}
              aria-label={`Silence ${rule.title}`}
            >
              Silence
            </LinkButton>
          </Stack>
        ),
    },
  ];
}

/** A long comment must not push what can be done off the page. */
const ONE_LINE = {
  display: 'block',
  maxWidth: 130,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
};

function stateOf({ found, since }: AlertRow, now: number): Status {
  if (found === undefined) return { level: 'unknown', text: 'no rule' };
  if (found.isPaused === true) return { level: 'unknown', text: 'paused' };
  if (found.health === 'error') return { level: 'warning', text: 'cannot be evaluated' };
  // A rule for several models may fire for another one.
  if (since === undefined) return { level: 'ok', text: 'normal' };
  const text = `${found.state} ${formatDuration(now - since)}`;
  return { level: found.state === 'firing' ? 'critical' : 'warning', text };
}

const viewAddress = ({ uid }: FoundRule): string => `/alerting/grafana/${encodeURIComponent(uid)}/view`;

function silenceAddress({ name }: FoundRule, model: string): string {
  const fields = new URLSearchParams([
    ['alertmanager', 'grafana'],
    ['matcher', `alertname=${name}`],
    ['matcher', `ml_model_name=${model}`],
  ]);
  return `/alerting/silence/new?${fields.toString()}`;
}

import { t, Trans } from '@grafana/i18n';
import { useMemo, useState } from 'react';
import type { MeasureInfo } from '@driftline/shared';
import { dateTimeFormat } from '@grafana/data';
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
        t('pages.status.no-value', 'no value'),
      ),
      unknown: rules.answer === undefined ? (rules.error ?? t('pages.alerts.asking', 'asking …')) : undefined,
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
        label={t('pages.alerts-view.label-recommended-rules', 'Recommended rules')}
        file={`${model}-rules`}
        columns={columnsOf(to, model, silences, create)}
        rows={rows}
        keyOf={({ rule }) => rule.measure}
        empty={t('pages.alerts.empty', 'The data source names no measures with limits.')}
        actions={
          <>
            <Button
              variant="secondary"
              size="sm"
              icon="download-alt"
              disabled={recommended.length === 0}
              onClick={exportAll}
            >
              <Trans i18nKey="pages.alerts-view.export-all-as-provisioning-file">
                Export all as provisioning file…
              </Trans>
            </Button>
            <Button
              variant="secondary"
              size="sm"
              icon="sliders-v-alt"
              disabled={recommended.length === 0}
              onClick={() => setIsAsked(true)}
            >
              <Trans i18nKey="pages.alerts-view.limits-of-this-model">Limits of this model…</Trans>
            </Button>
            <Text color="secondary">
              {t('pages.alerts.looks-back', 'Each looks back over {{- window}}, and fires after {{- pending}}.', {
                window: RULE_WINDOW,
                pending: PENDING,
              })}
            </Text>
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
        ? t('pages.alerts.asking-grafana', 'Asking Grafana which rules exist …')
        : t('pages.alerts.not-known', 'Which rules exist is not known: {{- reason}}.', { reason: rules.error });
    return { level: 'unknown', sentence: why };
  }
  const firing = rows.filter(({ found, since }) => found?.state === 'firing' && since !== undefined);
  const missing = rows.filter(({ found }) => found === undefined);
  const lack =
    missing.length === 0
      ? t('pages.alerts.all-exist', 'All recommended rules exist.')
      : t('pages.alerts.missing', '{{missing}} of {{all}} recommended rules do not exist yet.', {
          missing: missing.length,
          all: rows.length,
        });
  if (firing.length > 0) {
    const names = firing.map(({ rule }) => rule.title).join(', ');
    const fires = t('pages.alerts.firing', '', {
      count: firing.length,
      names,
      defaultValue_one: '{{count}} rule is firing: {{- names}}.',
      defaultValue_other: '{{count}} rules are firing: {{- names}}.',
    });
    return { level: 'critical', sentence: `${fires} ${lack}` };
  }
  const quiet = t('pages.alerts.none-firing', 'No rule is firing.');
  return { level: missing.length === 0 ? 'ok' : 'noted', sentence: `${quiet} ${lack}` };
}

function columnsOf(
  now: number,
  model: string,
  silences: Resource<Silence[]>,
  create: (rule: RecommendedRule) => void,
): Column<AlertRow>[] {
  return [
    {
      id: 'rule',
      title: t('pages.columns.recommended-rule', 'Recommended rule'),
      wraps: true,
      value: ({ rule }) => rule.title,
    },
    {
      id: 'limit',
      title: t('pages.columns.limit', 'Limit'),
      wraps: true,
      showFrom: 480,
      value: ({ rule }) => rule.limitText,
    },
    {
      id: 'now',
      title: t('pages.columns.now', 'Now'),
      showFrom: 360,
      wraps: true,
      value: ({ now: { text } }) => text,
      cell: ({ now: status }) => <StatusMark status={status} />,
    },
    {
      id: 'exists',
      title: t('pages.columns.exists', 'Exists'),
      showFrom: 1000,
      value: ({ found, unknown }) =>
        unknown ?? (found === undefined ? t('pages.alerts.no', 'no') : `${found.folder} / ${found.name}`),
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
      title: t('pages.columns.state', 'State'),
      value: (row) => stateOf(row, now).text,
      // How long something has been so says nothing to who reads a file later.
      csv: (row) =>
        [stateOf(row, now).text, ...(row.since === undefined ? [] : [new Date(row.since).toISOString()])].join(', '),
      cell: (row) =>
        row.found === undefined ? (
          (row.unknown ?? '–')
        ) : (
          <a href={historyAddress(row.found)} title={historyTitle(row.since)}>
            <StatusMark status={stateOf(row, now)} />
          </a>
        ),
    },
    {
      id: 'silence',
      title: t('pages.columns.silenced', 'Silenced'),
      showFrom: 900,
      value: ({ silence }) =>
        silence === undefined ? '' : t('pages.alerts.until', 'until {{- time}}', { time: silence.endsAt }),
      cell: ({ silence, found }) => {
        if (silence !== undefined) {
          const text = t('pages.alerts.silenced-for', 'for {{- duration}} more: {{- comment}}', {
            duration: formatDuration(Date.parse(silence.endsAt) - now),
            comment: silence.comment,
          });
          return (
            <span style={ONE_LINE} title={text}>
              {text}
            </span>
          );
        }
        return found === undefined ? '–' : (silences.error ?? t('pages.alerts.no', 'no'));
      },
    },
    {
      id: 'actions',
      title: t('pages.columns.action', 'Action'),
      value: ({ found }) => (found === undefined ? t('pages.alerts.create', 'create') : t('pages.alerts.open', 'open')),
      csv: () => undefined,
      cell: ({ rule, found }) =>
        found === undefined ? (
          <Button
            variant="secondary"
            size="sm"
            aria-label={t('pages.alerts.create-rule', 'Create {{- rule}}', { rule: rule.title })}
            onClick={() => create(rule)}
          >
            <Trans i18nKey="pages.cells.create">Create</Trans>
          </Button>
        ) : (
          <Stack gap={1}>
            <LinkButton
              variant="secondary"
              size="sm"
              href={viewAddress(found)}
              aria-label={t('pages.alerts.open-rule', 'Open {{- rule}}', { rule: rule.title })}
            >
              <Trans i18nKey="pages.cells.open">Open</Trans>
            </LinkButton>
            <LinkButton
              variant="secondary"
              size="sm"
              {...leadingTo(silenceAddress(found, model))}
              aria-label={t('pages.alerts.silence-rule', 'Silence {{- rule}}', { rule: rule.title })}
            >
              <Trans i18nKey="pages.cells.silence">Silence</Trans>
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
  if (found === undefined) return { level: 'unknown', text: t('pages.state-of.text.no-rule', 'no rule') };
  if (found.isPaused === true) return { level: 'unknown', text: t('pages.state-of.text.paused', 'paused') };
  if (found.health === 'error') {
    return { level: 'warning', text: t('pages.state-of.text.cannot-be-evaluated', 'cannot be evaluated') };
  }
  // A rule for several models may fire for another one.
  if (since === undefined) return { level: 'ok', text: t('pages.state-of.text.normal', 'normal') };
  const text = stateText(found.state, formatDuration(now - since));
  return { level: found.state === 'firing' ? 'critical' : 'warning', text };
}

/** Since when it is so, and where the link leads. */
function historyTitle(since: number | undefined): string {
  const history = t('pages.alerts.history', 'State history');
  if (since === undefined) return history;
  return `${t('pages.alerts.since', 'Since {{- time}}', { time: dateTimeFormat(since) })}. ${history}`;
}

function stateText(state: FoundRule['state'], duration: string): string {
  switch (state) {
    case 'firing':
      return t('pages.alerts.state-firing', 'firing {{- duration}}', { duration });
    case 'pending':
      return t('pages.alerts.state-pending', 'pending {{- duration}}', { duration });
    case 'inactive':
      return t('pages.alerts.state-inactive', 'inactive {{- duration}}', { duration });
    case 'recovering':
      return t('pages.alerts.state-recovering', 'recovering {{- duration}}', { duration });
    case 'nodata':
      return t('pages.alerts.state-nodata', 'nodata {{- duration}}', { duration });
  }
}

const viewAddress = ({ uid }: FoundRule): string => `/alerting/grafana/${encodeURIComponent(uid)}/view`;

/** Where Grafana shows which states a rule had: as annotations, or from Loki where it is set up. */
const historyAddress = (rule: FoundRule): string => `${viewAddress(rule)}?tab=history`;

function silenceAddress({ name }: FoundRule, model: string): string {
  const fields = new URLSearchParams([
    ['alertmanager', 'grafana'],
    ['matcher', `alertname=${name}`],
    ['matcher', `ml_model_name=${model}`],
  ]);
  return `/alerting/silence/new?${fields.toString()}`;
}

import { t, Trans } from '@grafana/i18n';
import type { ReactNode } from 'react';
import { RadioButtonGroup, Stack, Text } from '@grafana/ui';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { IntervalBar } from '../../parts/IntervalBar.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { useUrlState } from '../../parts/use-url-state.ts';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatCount, formatNumber } from '../../values/format-number.ts';
import { framesOf, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { worstOf } from '../../values/status.ts';
import { PanelRow } from '../PanelRow.tsx';
import { ViewFrame } from '../ViewFrame.tsx';
import { fromTo } from '../measure-columns.tsx';
import { groupRows, type GroupRow } from './fairness-rows.ts';

/** Groups by their rate, as a table and over time. */
export function FairnessView({ data: { main }, panels, offered, controls, onRetry, model }: ViewProps) {
  const [asked, setAttribute] = useUrlState('attribute');
  const frames = main?.series ?? [];
  const rates = measureRows(framesOf(frames, 'rate'));
  const impacts = measureRows(framesOf(frames, 'impact'));
  const attributes = [...new Set([...rates, ...impacts].map(({ attribute }) => attribute))].sort();
  const attribute = attributes.includes(asked) ? asked : (attributes[0] ?? '');
  const rows = groupRows(rates, impacts, attribute);
  const worst = worstOf(impacts, t('pages.status.no-groups', 'no groups'));
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      level={worst.level}
      sentence={sentenceOf(worst.row, attributes)}
      offered={[offered['rate'], offered['comparison']]}
    >
      <DataTable
        label={t('pages.fairness-view.label-groups', 'Groups')}
        file={`${model}-${attribute}-groups`}
        columns={columnsOf(
          Math.max(0.01, ...rows.flatMap(({ rate }) => [rate.value, rate.upper]).filter(Number.isFinite)),
        )}
        rows={rows}
        keyOf={({ rate }) => `${rate.version} ${rate.group}`}
        empty={
          attributes.length === 0
            ? t(
                'pages.fairness.name-the-groups',
                'Nothing is counted by group: name the group attributes in the profile, such as --groups sex.',
              )
            : t('pages.fairness.needs-labels', 'This rate needs labels, and there are none in the window.')
        }
        actions={
          <Stack gap={1}>
            {controls['rate']}
            {attributes.length > 1 && (
              <RadioButtonGroup
                aria-label={t('pages.fairness-view.aria-label-attribute', 'Attribute')}
                value={attribute}
                onChange={setAttribute}
                options={attributes.map((value) => ({ value, label: value }))}
              />
            )}
          </Stack>
        }
      />
      <Stack justifyContent="flex-end">{controls['comparison']}</Stack>
      <PanelRow panels={[panels['rate'], panels['comparison']]} />
    </ViewFrame>
  );
}

/** Of a group that is too small for its numbers to be shown. */
function Withheld({ children }: { readonly children: NonNullable<ReactNode> }) {
  return <Text color="secondary">{children}</Text>;
}

function sentenceOf(worst: MeasureRow | undefined, attributes: readonly string[]): string {
  if (attributes.length === 0) return t('pages.fairness.nothing-counted', 'Nothing is counted by group.');
  if (worst === undefined || Number.isNaN(worst.value)) {
    return t('pages.fairness.too-few-people', 'There are too few people in the groups to compare them.');
  }
  const { attribute, group, version, value, critical } = worst;
  const who =
    group === ''
      ? t('pages.fairness.groups-of', 'the groups of {{- attribute}}', { attribute })
      : `${attribute} ${group}`;
  const values = { who, version, value: formatNumber(value), limit: formatNumber(critical) };
  return value < critical
    ? t(
        'pages.fairness.below',
        'The disparate impact of {{- who}} is {{- value}} in {{- version}}, below the limit of {{- limit}}.',
        values,
      )
    : t(
        'pages.fairness.within',
        'The disparate impact of {{- who}} is {{- value}} in {{- version}}, within the limit of {{- limit}}.',
        values,
      );
}

function columnsOf(most: number): Column<GroupRow>[] {
  return [
    {
      id: 'group',
      title: t('pages.columns.group', 'Group'),
      value: ({ rate }) => rate.group,
      cell: ({ rate, level, isReference }) => (
        <>
          <StatusMark status={{ level, text: rate.group }} />
          {isReference && <Text color="secondary"> {t('pages.fairness.reference', 'reference')}</Text>}
        </>
      ),
    },
    {
      id: 'version',
      title: t('pages.columns.version', 'Version'),
      showFrom: 460,
      value: ({ rate }) => rate.version,
      cell: ({ rate }) => (Number.isNaN(rate.value) ? <Withheld>{rate.version}</Withheld> : rate.version),
    },
    {
      id: 'rate',
      title: t('pages.columns.rate', 'Rate'),
      isNumber: true,
      value: ({ rate }) => rate.value,
      cell: ({ rate }) =>
        Number.isNaN(rate.value) ? (
          <Withheld>
            <Trans i18nKey="pages.cells.too-few-to-show">too few to show</Trans>
          </Withheld>
        ) : (
          formatNumber(rate.value, rate.unit)
        ),
    },
    {
      id: 'interval',
      title: t('pages.columns.interval', '95 % interval'),
      showFrom: 560,
      value: ({ rate }) => rate.lower,
      csv: ({ rate }) => (Number.isNaN(rate.lower) ? undefined : fromTo(String(rate.lower), String(rate.upper))),
      cell: ({ rate, fourFifths }) =>
        Number.isNaN(rate.value) ? (
          '–'
        ) : (
          <IntervalBar
            value={rate.value}
            lower={rate.lower}
            upper={rate.upper}
            most={most}
            label={fromTo(formatNumber(rate.lower, rate.unit), formatNumber(rate.upper, rate.unit))}
            {...(Number.isNaN(fourFifths) || rate.measure !== 'selection-rate' ? {} : { mark: fourFifths })}
          />
        ),
    },
    {
      id: 'impact',
      title: t('pages.columns.disparate-impact', 'Disparate impact'),
      isNumber: true,
      value: ({ impact }) => impact,
      cell: ({ impact }) => formatNumber(impact),
    },
    {
      id: 'n',
      title: t('pages.columns.n', 'n'),
      showFrom: 640,
      isNumber: true,
      value: ({ rate }) => (Number.isNaN(rate.value) ? undefined : rate.observations),
      cell: ({ rate }) =>
        Number.isNaN(rate.value) ? (
          <Withheld>{t('pages.cells.withheld', 'withheld')}</Withheld>
        ) : (
          formatCount(rate.observations)
        ),
    },
  ];
}

import type { ReactNode } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { formatCount, formatNumber } from '../../values/format-number.ts';
import { PanelRow } from '../PanelRow.tsx';
import { SideBySide } from '../SideBySide.tsx';
import { TableTitle } from '../TableTitle.tsx';
import type { SuspectRow } from './suspect-rows.ts';

interface Props {
  readonly rows: readonly SuspectRow[];
  readonly panel: ReactNode;
  readonly model: string;
}

/** Features that may have to do with a drop: where to look first, and no more than that. */
export function SuspectsSection({ rows, panel, model }: Props) {
  if (rows.length === 0) return null;
  return (
    <SideBySide>
      <DataTable
        label={t('pages.performance-view.label-suspects', 'Suspects of a drop')}
        file={`${model}-suspects`}
        sortKey="suspectSort"
        columns={columns()}
        rows={rows}
        keyOf={({ suspicion: { version, feature } }) => JSON.stringify([version, feature])}
        empty=""
        actions={
          <Stack direction="column" gap={0}>
            <TableTitle>
              <Trans i18nKey="pages.performance-view.suspects">Suspects of a drop</Trans>
            </TableTitle>
            <Text variant="bodySmall" color="secondary">
              <Trans i18nKey="pages.performance-view.suspects-are">
                How far each feature has moved, times its importance: where to look first, not what caused it.
              </Trans>
            </Text>
          </Stack>
        }
      />
      <PanelRow panels={[panel]} />
    </SideBySide>
  );
}

const columns = (): Column<SuspectRow>[] => [
  { id: 'feature', title: t('pages.columns.feature', 'Feature'), value: ({ suspicion }) => suspicion.feature },
  { id: 'version', title: t('pages.columns.version', 'Version'), value: ({ suspicion }) => suspicion.version },
  {
    id: 'suspicion',
    title: t('pages.columns.suspicion', 'Suspicion'),
    isNumber: true,
    value: ({ suspicion }) => suspicion.value,
    cell: ({ suspicion: { value }, isNoise }) =>
      isNoise ? (
        <Text color="secondary">
          {t('pages.performance.within-noise', '{{- value}}, noise', { value: formatNumber(value, undefined) })}
        </Text>
      ) : (
        formatNumber(value, undefined)
      ),
  },
  {
    id: 'moved',
    title: t('pages.columns.moved', 'Moved'),
    isNumber: true,
    value: ({ moved }) => moved,
    cell: ({ moved }) => formatNumber(moved, 'percentunit'),
  },
  {
    id: 'importance',
    title: t('pages.columns.importance', 'Importance'),
    isNumber: true,
    value: ({ importance }) => importance,
    cell: ({ importance }) => formatNumber(importance, undefined),
  },
  {
    id: 'n',
    title: t('pages.columns.n', 'n'),
    isNumber: true,
    value: ({ suspicion }) => suspicion.observations,
    cell: ({ suspicion }) => formatCount(suspicion.observations),
    showFrom: 600,
  },
];

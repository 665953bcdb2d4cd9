import { t, Trans } from '@grafana/i18n';
import { compareBins } from '@driftline/shared/bin-order';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import type { MeasureRow } from '../../values/measure-rows.ts';
import { intervalColumn, observationsColumn, valueColumn, versionColumn } from '../measure-columns.tsx';
import { TableTitle } from '../TableTitle.tsx';

/** How far a regression is off by its predictions; nothing for a model that has no bins of them. */
export function ResidualTable({ rows, model }: { readonly rows: readonly MeasureRow[]; readonly model: string }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      label={t('pages.performance-view.label-residuals', 'Residuals by prediction')}
      file={`${model}-residuals`}
      sortKey="residualSort"
      columns={columns()}
      rows={[...rows].sort((a, b) => a.version.localeCompare(b.version) || compareBins(a.bin, b.bin))}
      keyOf={({ version, bin }) => JSON.stringify([version, bin])}
      empty=""
      actions={
        <TableTitle>
          <Trans i18nKey="pages.performance-view.residuals">Residuals by prediction</Trans>
        </TableTitle>
      }
    />
  );
}

const columns = (): Column<MeasureRow>[] => [
  { id: 'bin', title: t('pages.columns.prediction', 'Prediction'), value: ({ bin }) => bin },
  versionColumn(),
  valueColumn(t('pages.columns.mean-residual', 'Mean residual')),
  intervalColumn(),
  observationsColumn(),
];

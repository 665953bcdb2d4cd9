import type { ReactNode } from 'react';
import { t, Trans } from '@grafana/i18n';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { formatNumber } from '../../values/format-number.ts';
import type { MeasureRow } from '../../values/measure-rows.ts';
import { estimatedMeasures } from '../../values/measures.ts';
import {
  classColumn,
  intervalColumn,
  measureColumn,
  observationsColumn,
  valueColumn,
  versionColumn,
} from '../measure-columns.tsx';
import { PanelRow } from '../PanelRow.tsx';
import { SideBySide } from '../SideBySide.tsx';
import { TableTitle } from '../TableTitle.tsx';

interface Props {
  readonly rows: readonly MeasureRow[];
  readonly panel: ReactNode;
  readonly model: string;
}

/** What is expected of predictions whose labels are not there yet; nothing for a model without a calibration. */
export function ExpectedSection({ rows, panel, model }: Props) {
  if (rows.length === 0) return null;
  return (
    <SideBySide>
      <DataTable
        label={t('pages.performance-view.label-expected', 'Expected before labels arrive')}
        file={`${model}-expected`}
        sortKey="expectedSort"
        columns={columns()}
        rows={rows}
        keyOf={({ measure, version, class: of }) => JSON.stringify([measure, version, of])}
        empty=""
        actions={
          <TableTitle>
            <Trans i18nKey="pages.performance-view.expected">Expected before labels arrive</Trans>
          </TableTitle>
        }
      />
      <PanelRow panels={[panel]} />
    </SideBySide>
  );
}

const columns = (): Column<MeasureRow>[] => [
  measureColumn(estimatedMeasures()),
  classColumn(),
  versionColumn(),
  valueColumn(t('pages.columns.expected', 'Expected')),
  intervalColumn(),
  {
    id: 'heldOut',
    title: t('pages.columns.held-out', 'Held-out data'),
    showFrom: 340,
    isNumber: true,
    value: ({ training }) => training,
    cell: ({ training, unit }) => formatNumber(training, unit),
  },
  observationsColumn(),
];

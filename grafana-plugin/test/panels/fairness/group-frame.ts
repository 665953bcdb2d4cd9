import { FieldType, type DataFrame } from '@grafana/data';

/** A row of the table that the data source gives of a rate by group. */
export interface GroupRow {
  readonly group: string;
  readonly value: number | null;
  readonly lower?: number;
  readonly upper?: number;
  readonly observations?: number;
  readonly attribute?: string;
  readonly version?: string;
  readonly reference?: string;
}

export function groupFrame(rows: readonly GroupRow[]): DataFrame {
  const texts = (name: string, of: (row: GroupRow) => string) => ({
    name,
    type: FieldType.string,
    config: {},
    values: rows.map(of),
  });
  const numbers = (name: string, of: (row: GroupRow) => number | null | undefined) => ({
    name,
    type: FieldType.number,
    config: {},
    values: rows.map((row) => of(row) ?? null),
  });
  return {
    length: rows.length,
    meta: { custom: { measure: 'selection-rate', subject: 'group' } },
    fields: [
      texts('Model', () => 'income'),
      texts('Version', ({ version = '1' }) => version),
      texts('Attribute', ({ attribute = 'sex' }) => attribute),
      texts('Group', ({ group }) => group),
      texts('Reference group', ({ reference = '' }) => reference),
      numbers('Value', ({ value }) => value),
      numbers('Observations', ({ observations }) => observations),
      numbers('Lower', ({ lower }) => lower),
      numbers('Upper', ({ upper }) => upper),
    ],
  };
}

import { dialectOf } from './sql/dialect.ts';

/** Columns of one table: what a statement holds of all of them stays small, and few statements read them all. */
const COLUMNS_OF_A_TABLE = 100;

const { identifier } = dialectOf('duckdb');

/** Values that a statement takes at a time: it costs as much for few rows as for none, so that it takes many columns then. */
const VALUES_OF_A_STATEMENT = 1_000_000;

/** One table of the database with training rows, every column as text with NULL for a missing value. */
export interface TrainingTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Divides the columns of the training data among tables, so that the memory of a statement does not grow with their
 * number. Columns that a statement compares with each other share the first table.
 */
export class TrainingTables {
  readonly columns: readonly string[];
  readonly all: readonly TrainingTable[];
  readonly #byColumn = new Map<string, TrainingTable>();

  /**
   * @param together - columns that are compared with each other; those that do not exist are left aside
   * @param name - what the names of the tables begin with
   */
  constructor(columns: readonly string[], together: readonly string[], width = COLUMNS_OF_A_TABLE, name = 'training') {
    this.columns = columns;
    const first = columns.filter((column) => together.includes(column));
    const rest = columns.filter((column) => !together.includes(column));
    const room = Math.max(width - first.length, 0);
    const divided = [[...first, ...rest.slice(0, room)]];
    for (let from = room; from < rest.length; from += width) divided.push(rest.slice(from, from + width));
    this.all = divided.map((own, i) => ({ name: identifier(`${name}_${i}`), columns: own }));
    for (const table of this.all) for (const column of table.columns) this.#byColumn.set(column, table);
  }

  /** The table that holds a column; the first one for all rows. */
  of(column: string | null): TrainingTable {
    const table = column === null ? this.all[0] : this.#byColumn.get(column);
    if (table === undefined) throw new RangeError(`There is no column ${String(column)}.`);
    return table;
  }

  /** Divides columns among statements that read one table each, the fewer the more rows there are. */
  statements(columns: readonly string[], rows: number): readonly (readonly string[])[] {
    const most = Math.max(1, Math.floor(VALUES_OF_A_STATEMENT / rows));
    return [...Map.groupBy(columns, (column) => this.of(column)).values()].flatMap((own) =>
      Array.from({ length: Math.ceil(own.length / most) }, (_, i) => own.slice(i * most, (i + 1) * most)),
    );
  }
}

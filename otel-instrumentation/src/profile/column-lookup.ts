import { factsOf, type ColumnFacts } from './column-facts.ts';
import { checkRange, kindOf, type ColumnKind } from './column-kind.ts';
import type { Database } from './database.ts';
import type { Faults } from './faults.ts';
import { personalContent } from './personal-column.ts';
import type { ColumnLookup } from './profile-parts.ts';
import { stepOf, type Progress } from './progress.ts';
import type { TrainingTables } from './training-tables.ts';

/** Looks columns up in the training table, each once. */
export class TrainingLookup implements ColumnLookup {
  readonly #database: Database;
  readonly #tables: TrainingTables;
  readonly #faults: Faults;
  readonly #warn: (sentence: string) => void;
  readonly #statements: readonly (readonly string[])[];
  readonly #progress: Progress;
  readonly #facts = new Map<string, ColumnFacts>();

  constructor(
    database: Database,
    tables: TrainingTables,
    rows: number,
    faults: Faults,
    warn: (sentence: string) => void,
    progress: Progress,
  ) {
    this.#database = database;
    this.#tables = tables;
    this.#statements = tables.statements(tables.columns, rows);
    this.#progress = progress;
    this.#faults = faults;
    this.#warn = warn;
  }

  /** A column without a kind is reported with the other faults. */
  async kindOf(column: string): Promise<ColumnKind> {
    const facts = await this.#factsOf(column);
    const kind = await this.#faults.collect(async () => kindOf(column, facts));
    if (kind === 'categorical' && facts.numbers === facts.present) {
      this.#warn(
        `Column ${column} holds numbers with leading zeros, such as ${String(facts.zeroText)}: it is categorical. ` +
          `Set \`--numeric ${column}\` if that is wrong.`,
      );
    }
    return kind ?? 'categorical';
  }

  async exclusionOf(column: string): Promise<string | undefined> {
    return personalContent(column, await this.#factsOf(column));
  }

  async distinctOf(column: string): Promise<number> {
    return (await this.#factsOf(column)).distinct;
  }

  async checkRanges(columns: readonly string[]): Promise<void> {
    for (const column of columns) {
      const facts = await this.#factsOf(column);
      await this.#faults.collect(async () => checkRange(column, facts));
    }
  }

  async #factsOf(column: string): Promise<ColumnFacts> {
    const known = this.#facts.get(column);
    if (known !== undefined) return known;
    const at = this.#statements.findIndex((columns) => columns.includes(column));
    const columns = this.#statements[at] ?? [column];
    const found = await factsOf(this.#database, this.#tables.of(column).name, columns);
    for (const [name, facts] of found) this.#facts.set(name, facts);
    stepOf(this.#progress, at, this.#statements.length)(1);
    return found.get(column) as ColumnFacts;
  }
}

import type { ColumnFacts } from './column-facts.ts';
import { listed } from '../values/listed.ts';
import { TrainingError } from './training-error.ts';

export type ColumnKind = 'numeric' | 'categorical';

const DECIMAL_COMMA = /^[-+]?(\d+|\d{1,3}(\.\d{3})+),\d+(e[-+]?\d+)?$/i;
const THOUSANDS = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * A column of which every value is a number is numeric; one of which none is, categorical. Whole numbers with leading
 * zeros are codes, since 007 and 7 differ.
 *
 * @throws {TrainingError} for a mixture, in which one of the two would be lost without a word
 */
export function kindOf(column: string, facts: ColumnFacts): ColumnKind {
  const { present, numbers } = facts;
  if (present === 0) {
    throw new TrainingError(
      `Column ${column} is empty in every row: leave it out with \`--exclude ${column}\`, or give data that has it.`,
    );
  }
  if (facts.leadingZeros > 0 && numbers === present) return 'categorical';
  if (numbers > 0) checkRange(column, facts);
  if (numbers === present) return 'numeric';
  checkDecimalMark(column, facts);
  if (numbers === 0) return 'categorical';
  const example = JSON.stringify(facts.texts[0]);
  throw new TrainingError(
    `Column ${column} mixes ${numbers} numbers with ${present - numbers} texts such as ${example}: ` +
      `if the texts mean missing, set \`--missing ${example}\`; ` +
      `else set \`--categorical ${column}\` or \`--numeric ${column}\` (texts then count as invalid).`,
  );
}

/** Whether all values are numbers, none of which begins with a zero. */
export function isNumeric({ present, numbers, huge, leadingZeros }: ColumnFacts): boolean {
  return present > 0 && numbers >= present - huge && leadingZeros === 0;
}

/** @throws {TrainingError} for numbers that are too large to be measured, since they stand for something else */
export function checkRange(column: string, { huge, hugeTexts }: ColumnFacts): void {
  if (huge === 0) return;
  const options = hugeTexts.map((value) => `--missing=${value}`).join(' ');
  throw new TrainingError(
    `Column ${column} holds numbers that are too large to be measured, such as ${listed(hugeTexts)} (${huge} rows): ` +
      `if they mean missing, set \`${options}\`; else leave the column out with \`--exclude ${column}\`.`,
  );
}

/** Whether all texts are numbers with a comma. */
export function usesCommas(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((value) => DECIMAL_COMMA.test(value.trim()) || THOUSANDS.test(value.trim()));
}

function checkDecimalMark(column: string, { texts }: ColumnFacts): void {
  if (!usesCommas(texts)) return;
  const thousands = texts.every((value) => THOUSANDS.test(value.trim()));
  const example = JSON.stringify(texts[0]);
  throw new TrainingError(
    thousands
      ? `Column ${column} holds numbers with commas such as ${example}: ` +
          'set `--decimal .` if the comma divides thousands, or `--decimal ,` if it is the decimal mark.'
      : `Column ${column} holds numbers with a decimal comma, such as ${example}: set \`--decimal ,\`, ` +
          `or \`--categorical ${column}\` if they are no numbers.`,
  );
}

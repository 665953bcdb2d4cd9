import { CHOICES, type Choice, type Where } from '@driftline/shared';

const FORM = /^\s*(?<choice>\w+)\s*(?:\(\s*(?<model>[^)]*?)\s*\))?\s*$/;

/** What a template variable lists. Its model may be another template variable. */
interface VariableQuery {
  readonly choice: Choice;
  readonly where: Where;
}

/**
 * Reads the text of a template variable's query: `models`, `versions`, `features`, `groups` or `classes`, each with a
 * model in parentheses if only its names are wanted, as in `features(income)`.
 *
 * @throws {Error} with the forms that are understood
 */
export function variableQuery(text: string): VariableQuery {
  const { choice, model } = FORM.exec(text)?.groups ?? {};
  if (!isChoice(choice)) {
    throw new Error(
      `The query ${JSON.stringify(text)} is not understood: write ${CHOICES.join(', ')}, or narrow it to a model as in features(income).`,
    );
  }
  return { choice, where: model === undefined || model === '' ? {} : { model: [model] } };
}

function isChoice(text: string | undefined): text is Choice {
  return CHOICES.some((choice) => choice === text);
}

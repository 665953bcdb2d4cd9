import { t } from '@grafana/i18n';
import type { DataQuery } from '@grafana/schema';
import { CHOICES, type Choice } from '@driftline/shared';

const FORM = /^\s*(?<choice>\w+)\s*(?:\(\s*(?<model>[^)]*?)\s*\))?\s*$/;

/** The query of a template variable as dashboards save it; written by hand, it may be the text alone. */
export interface SavedVariableQuery extends DataQuery {
  readonly query?: string;
}

/** What a template variable lists. Its model may be another template variable. */
interface VariableQuery {
  readonly choice: Choice;
  /** Empty for the names of all models. */
  readonly model: string;
}

/** The text of a variable's query; that of a new variable lists the models. */
export function variableText(saved: SavedVariableQuery | string | undefined): string {
  const text = typeof saved === 'string' ? saved : saved?.query;
  return text === undefined || text === '' ? 'models' : text;
}

/**
 * Reads the text of a template variable's query: `models`, `versions`, `features`, `groups`, `classes` or `segments`, each with a
 * model in parentheses if only its names are wanted, as in `features(income)`.
 *
 * @throws {Error} with the forms that are understood
 */
export function readVariableQuery(text: string): VariableQuery {
  const { choice, model = '' } = FORM.exec(text)?.groups ?? {};
  if (!isChoice(choice)) {
    throw new Error(
      t(
        'datasource.variable-query.not-understood',
        'The query {{- query}} is not understood: write {{- choices}}, or narrow it to a model as in features(income).',
        { query: JSON.stringify(text), choices: CHOICES.join(', ') },
      ),
    );
  }
  return { choice, model };
}

function isChoice(text: string | undefined): text is Choice {
  return CHOICES.some((choice) => choice === text);
}

import { ENDS, LOSSES, PROCESS_MODELS, ROUTES, type End, type Loss, type ProcessModel, type Route } from './losses.ts';

const TEXTS: Readonly<Record<Loss, string>> = {
  nothing: 'nothing',
  interval: 'at most one interval',
  everything: 'everything',
};

const SERVICES: readonly ProcessModel[] = ['process', 'replicas', 'cluster', 'threads'];

/** The declared losses as a Markdown table: a row for each end, a column for each group of models that lose the same. */
export function lossTable(): string {
  const columns = columnsOf();
  const header = ['end of the process', ...columns.map(({ title }) => title)];
  const rows = Object.entries(ENDS).map(([end, text]) => [text, ...columns.map(({ lossOf }) => lossOf(end as End))]);
  return markdown([header, ...rows]);
}

interface Column {
  readonly title: string;
  lossOf(end: End): string;
}

function columnsOf(): Column[] {
  const models = Object.keys(PROCESS_MODELS) as ProcessModel[];
  return (Object.keys(ROUTES) as Route[]).flatMap((route) => {
    const alike = Map.groupBy(models, (model) => JSON.stringify(LOSSES[model][route]));
    return [...alike.values()].map((group): Column => ({
      title: `${nameOf(group)}, ${ROUTES[route]}`,
      lossOf: (end) => {
        const loss = group[0] && LOSSES[group[0]][route][end];
        return loss === undefined ? '–' : TEXTS[loss];
      },
    }));
  });
}

function nameOf(models: readonly ProcessModel[]): string {
  const isService = SERVICES.every((model) => models.includes(model)) && models.length === SERVICES.length;
  return isService ? 'a service' : models.map((model) => PROCESS_MODELS[model]).join(', ');
}

/** Columns are as wide as Prettier makes them. */
function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_title, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [header = [], ...body] = rows;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

import { REPLICA } from '../conventions/replica.ts';
import { groupedBy } from '../distributions/grouped-series.ts';
import type { Selected } from '../counts/counts.ts';
import { byLabel } from '../promql/by-label.ts';
import type { Expression } from '../promql/expression.ts';
import { toPromql } from '../promql/to-promql.ts';
import type { SeriesList } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { EvaluatedSubject, Measure } from '../templates/measure.ts';

/** PromQL of a part of a query: of all replicas together, or of each by itself. */
export function promqlOf(expression: Expression, { byReplica }: MeasureQuery): string {
  const built = expression.build();
  return toPromql(byReplica === true ? byLabel(built, REPLICA) : built);
}

/** The subjects of a query, of each replica by itself where it asks so: what the others have is then not seen. */
export function subjectsOf(measure: Measure, query: MeasureQuery, selected: Selected): EvaluatedSubject[] {
  if (query.byReplica !== true) return measure.evaluate(query, selected);
  return [...ofEachReplica(selected)].flatMap(([replica, own]) =>
    measure.evaluate(query, own).map((subject) => ({
      ...subject,
      labels: replica === '' ? subject.labels : { ...subject.labels, [REPLICA]: replica },
    })),
  );
}

function ofEachReplica(selected: Selected): ReadonlyMap<string, Selected> {
  const replicas = new Map<string, Record<string, SeriesList>>();
  for (const [name, list] of Object.entries(selected)) {
    for (const { labels, series } of groupedBy(list, [REPLICA]).values()) {
      const replica = labels[REPLICA] ?? '';
      const own = replicas.get(replica);
      if (own === undefined) replicas.set(replica, { [name]: series });
      else own[name] = series;
    }
  }
  return replicas;
}

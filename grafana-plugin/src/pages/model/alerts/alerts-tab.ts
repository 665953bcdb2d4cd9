import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { question } from '../area-measures.ts';
import { AlertsView } from './AlertsView.tsx';
import { RECOMMENDED } from './recommended-rules.ts';

/** Which rules a model has and should have. */
export function alertsTab(model: string): QueriedView {
  return new QueriedView({
    View: AlertsView,
    model,
    main: questionRunner((valueOf) =>
      Object.fromEntries(
        RECOMMENDED.map((measure) => [measure, question(model, measure, valueOf, { format: 'table' })]),
      ),
    ),
  });
}

import { lazily } from '../../../common/lazily.tsx';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { question } from '../area-measures.ts';
import { RECOMMENDED } from './recommended.ts';

/** With all that writes rules, which no other page needs. */
const AlertsView = lazily(
  async () => (await import(/* webpackChunkName: "pages/alerts" */ './AlertsView.tsx')).AlertsView,
);

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

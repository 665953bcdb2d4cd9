import { alertStretches } from '../../../../src/pages/model/alerts/alert-stretches.ts';
import type { RulesAnswer } from '../../../../src/pages/model/alerts/grafana-rules.ts';

const alert = (state: string, model: string, minute: number) => ({
  state,
  labels: { ml_model_name: model },
  activeAt: `2026-01-10T10:0${minute}:00Z`,
});

test('active alerts about the model, those that fire above those that are pending', () => {
  const rule = (name: string, ...alerts: ReturnType<typeof alert>[]) => ({
    uid: name,
    name,
    state: 'firing' as const,
    query: '',
    alerts,
  });
  const rules: RulesAnswer = {
    data: {
      groups: [
        { file: 'a', rules: [rule('drift', alert('Alerting', 'income', 1), alert('Alerting', 'demand', 2))] },
        { file: 'b', rules: [rule('latency', alert('Pending', 'income', 3), alert('Normal', 'income', 4))] },
      ],
    },
  };
  expect(alertStretches(rules, 'income')).toEqual([
    { level: 'warning', text: 'pending: latency', from: Date.parse('2026-01-10T10:03:00Z') },
    { level: 'critical', text: 'firing: drift', from: Date.parse('2026-01-10T10:01:00Z') },
  ]);
});

/** What links do when they are followed, apart from the module that Grafana loads at its start. */
export { createRuleOfPanel } from './create-rule-of-panel.ts';
export { watchHistogram } from './watch-histogram.ts';

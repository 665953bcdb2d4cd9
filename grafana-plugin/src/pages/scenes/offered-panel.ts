import type { PanelData } from '@grafana/data';
import { sceneGraph, SceneQueryRunner, type VizPanel } from '@grafana/scenes';
import type { DriftlineQuery } from '../../datasource/types.ts';
import type { OfferedPanel } from '../parts/AddToDashboard.tsx';
import { answersOf, BY_VERSION, type Named } from './answer-panel.ts';
import { askedQuestion } from './asked-question.ts';

/**
 * A panel of a page as a dashboard may get it, which asks for itself what the page asked for all of its panels, or what
 * the panel asks on its own.
 *
 * @param answer - to what the page asked
 * @returns undefined until the page has asked
 */
export function offeredPanel(
  panel: VizPanel,
  answer: PanelData | undefined,
  dataSource: string,
  model: string,
): OfferedPanel | undefined {
  const { asked, names } = sourceOf(panel, answer);
  const queries = [...names].flatMap(([refId, named]): DriftlineQuery[] => {
    const query = askedQuestion(asked, refId, dataSource);
    if (query === undefined) return [];
    return [named === undefined ? query : { ...query, legend: legendOf(named) }];
  });
  if (queries.length === 0) return undefined;
  const { title, pluginId, options, fieldConfig } = panel.state;
  const units = new Set([...names.values()].map((named) => named?.unit));
  const [unit] = units;
  return {
    title: `${model}: ${sceneGraph.interpolate(panel, title)}`,
    pluginId,
    options: { ...options },
    defaults: { ...fieldConfig.defaults, ...(units.size > 1 || unit === undefined ? {} : { unit }) },
    queries,
  };
}

interface Source {
  readonly asked: PanelData | undefined;
  readonly names: ReadonlyMap<string, Named | undefined>;
}

function sourceOf(panel: VizPanel, answer: PanelData | undefined): Source {
  const answers = answersOf(panel);
  if (answers !== undefined) return { asked: answer, names: answers };
  const { $data } = panel.state;
  if (!($data instanceof SceneQueryRunner)) return { asked: undefined, names: new Map() };
  return { asked: $data.state.data, names: new Map($data.state.queries.map(({ refId }) => [refId, undefined])) };
}

const legendOf = ({ name = '', by = BY_VERSION }: Named): string =>
  [name, ...by.map((label) => `{{${label}}}`)].filter((part) => part !== '').join(' ');

import { t } from '@grafana/i18n';
import { useState } from 'react';
import type { MeasureInfo } from '@driftline/shared';
import { Button } from '@grafana/ui';
import { errorSentence } from '../../datasource/error-sentence.ts';
import type { DriftlineQuery } from '../../datasource/types.ts';
import { Failure } from './Failure.tsx';
import { useResource } from './use-resource.ts';

interface Props {
  /** Free of the page's variables; undefined where nothing has been asked yet. */
  readonly query: DriftlineQuery | undefined;
  readonly dataSource: string;
  readonly label?: string;
}

/** Leads to Grafana's editor of alert rules, with a query of the page. */
export function CreateRule({ query, dataSource, label }: Props) {
  const [problem, setProblem] = useState<string>();
  const { answer: measures = [] } = useResource<MeasureInfo[]>(dataSource, 'measures', {});
  const measure = measures.find(({ id }) => id === query?.measure);
  const create = async (): Promise<void> => {
    if (measure === undefined || query === undefined) return;
    try {
      const { createRule } = await import(
        /* webpackChunkName: "datasource/create-rule" */ '../../datasource/create-rule.ts'
      );
      createRule({ measure, query, dataSource });
    } catch (error) {
      setProblem(errorSentence(error));
    }
  };
  return (
    <>
      <Button variant="secondary" size="sm" icon="bell" disabled={measure === undefined} onClick={() => void create()}>
        {label ?? t('pages.create-rule.create-alert-rule', 'Create alert rule')}
      </Button>
      {problem !== undefined && (
        <Failure
          title={t('pages.create-rule.title-no-rule-can-be-made-of', 'No rule can be made of it')}
          message={problem}
        />
      )}
    </>
  );
}

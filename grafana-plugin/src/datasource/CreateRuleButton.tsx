import { t, Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import { useState } from 'react';
import type { DataQueryRequest } from '@grafana/data';
import { Alert, Button } from '@grafana/ui';
import type { MeasureInfo } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { errorSentence } from './error-sentence.ts';
import type { CompleteQuery } from './types.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  readonly query: CompleteQuery;
  readonly measure: MeasureInfo;
  /** In which the query was asked last: it knows the panel, and what variables stand for there. */
  readonly request: DataQueryRequest | undefined;
}

const WHOLE_LINE = css({ flexBasis: '100%' });

/** Leads to Grafana's editor of alert rules, with the query as it is now. */
export function CreateRuleButton({ datasource, query, measure, request }: Props) {
  const [problem, setProblem] = useState<string>();
  const create = async (): Promise<void> => {
    setProblem(undefined);
    try {
      const { createRule } = await import(/* webpackChunkName: "datasource/create-rule" */ './create-rule.ts');
      createRule({
        measure,
        query,
        dataSource: datasource.uid,
        panel: panelOf(request),
        scopedVars: request?.scopedVars,
        filters: request?.filters,
      });
    } catch (error) {
      setProblem(errorSentence(error));
    }
  };
  return (
    <>
      <Button
        variant="secondary"
        fill="text"
        size="sm"
        icon="bell"
        tooltip={t(
          'datasource.create-rule-button.tooltip',
          'Opens Grafana’s editor of alert rules with this query and the default limit of the measure.',
        )}
        onClick={() => void create()}
      >
        <Trans i18nKey="datasource.create-rule-button.create-alert-rule">Create alert rule</Trans>
      </Button>
      {problem !== undefined && (
        <div className={WHOLE_LINE}>
          <Alert severity="warning" title={problem} bottomSpacing={0} />
        </div>
      )}
    </>
  );
}

/** The panel of a dashboard; what asks elsewhere has a number too. */
function panelOf(request: DataQueryRequest | undefined) {
  const { dashboardUID: dashboard, panelId: panel } = request ?? {};
  return dashboard === undefined || dashboard === '' || panel === undefined ? undefined : { dashboard, panel };
}

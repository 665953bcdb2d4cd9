import { t, Trans } from '@grafana/i18n';
import type { PanelData } from '@grafana/data';
import { Button, LinkButton, Stack } from '@grafana/ui';
import { exploreAddress } from '../../../common/explore-address.ts';
import { AddToDashboard } from '../../parts/AddToDashboard.tsx';
import { CreateRule } from '../../parts/CreateRule.tsx';
import { askedQuestion } from '../../scenes/asked-question.ts';

interface Props {
  readonly answer: PanelData | undefined;
  readonly feature: string;
  readonly dataSource: string;
  readonly from: number;
  readonly to: number;
  /** Saves the bins as a file; absent where there are none. */
  readonly onSave: (() => void) | undefined;
}

/** Where a feature leads on to. */
export function FeatureActions({ answer, feature, dataSource, from, to, onSave }: Props) {
  const [distribution, earlier, time] = ['distribution', 'week earlier', 'time'].map((id) =>
    askedQuestion(answer, id, dataSource),
  );
  const given = <Value,>(values: readonly (Value | undefined)[]): Value[] =>
    values.filter((each) => each !== undefined);
  const panels = [
    {
      title: t('pages.feature.distribution-of', 'Distribution of {{- feature}}', { feature }),
      pluginId: 'driftline-distribution-panel',
      queries: given([distribution, earlier]),
    },
    {
      title: t('pages.feature.psi-of', 'PSI of {{- feature}}', { feature }),
      pluginId: 'driftline-drift-panel',
      queries: given([time]),
    },
  ];
  return (
    <Stack gap={1} wrap="wrap">
      <LinkButton
        variant="secondary"
        size="sm"
        icon="compass"
        disabled={time === undefined}
        {...(time === undefined
          ? {}
          : { href: exploreAddress(dataSource, [time], { from: String(from), to: String(to) }) })}
      >
        <Trans i18nKey="pages.feature-actions.explore">Explore</Trans>
      </LinkButton>
      <CreateRule query={time} dataSource={dataSource} />
      <AddToDashboard panels={panels.filter(({ queries }) => queries.length > 0)} timeRange={answer?.timeRange} />
      <Button
        variant="secondary"
        size="sm"
        icon="download-alt"
        disabled={onSave === undefined}
        {...(onSave === undefined ? {} : { onClick: onSave })}
      >
        <Trans i18nKey="pages.feature-actions.csv">CSV</Trans>
      </Button>
    </Stack>
  );
}

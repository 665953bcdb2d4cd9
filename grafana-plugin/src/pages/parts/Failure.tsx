import { Trans } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';

/** What could not be had, with the cause and what to do as the back end says it. */
export function Failure({
  title,
  message,
  onRetry,
}: {
  readonly title: string;
  readonly message: string;
  readonly onRetry?: () => void;
}) {
  return (
    <Alert
      severity="error"
      title={title}
      action={
        onRetry && (
          <Button variant="secondary" size="sm" onClick={onRetry}>
            <Trans i18nKey="pages.failure.try-again">Try again</Trans>
          </Button>
        )
      }
    >
      {message}
    </Alert>
  );
}

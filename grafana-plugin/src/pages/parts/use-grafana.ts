import { useEffect, useState } from 'react';
import { t } from '@grafana/i18n';
import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import type { Resource } from './use-resource.ts';

/**
 * What Grafana's own API answers, with the permissions of the reader.
 *
 * @param attempt - a change of it asks again
 */
export function useGrafana<T>(path: string, attempt: number): Resource<T> {
  const [resource, setResource] = useState<Resource<T>>({});
  useEffect(() => {
    let isWanted = true;
    lastValueFrom(getBackendSrv().fetch<T>({ url: path, showErrorAlert: false })).then(
      ({ data }) => isWanted && setResource({ answer: data }),
      (error: unknown) => isWanted && setResource({ error: reasonOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [path, attempt]);
  return resource;
}

function reasonOf(error: unknown): string {
  const { status } = (error ?? {}) as { readonly status?: number };
  return status === 401 || status === 403
    ? t('pages.use-grafana.no-permission', 'no permission')
    : t('pages.use-grafana.no-answer', 'Grafana did not answer');
}

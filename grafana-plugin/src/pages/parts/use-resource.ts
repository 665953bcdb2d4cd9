import { useEffect, useState } from 'react';
import { t } from '@grafana/i18n';
import { DataSourceWithBackend, getDataSourceSrv } from '@grafana/runtime';
import { errorSentence } from '../../datasource/error-sentence.ts';

export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

/** What a resource of the data source answered, or why it did not; the last answer stays until the next one is there. */
export interface Resource<T> {
  readonly answer?: T;
  readonly error?: string;
}

/** Asks a resource of the data source, again whenever its parameters change. */
export function useResource<T>(dataSource: string, path: string, parameters: Parameters, attempt = 0): Resource<T> {
  const [resource, setResource] = useState<Resource<T>>({});
  const asked = JSON.stringify(parameters);
  useEffect(() => {
    if (dataSource === '' || dataSource.startsWith('$')) return undefined;
    let isWanted = true;
    askResource<T>(dataSource, path, JSON.parse(asked) as Parameters).then(
      (answer) => isWanted && setResource({ answer }),
      (error: unknown) => isWanted && setResource(({ answer }) => ({ answer, error: errorSentence(error) })),
    );
    return () => {
      isWanted = false;
    };
  }, [dataSource, path, asked, attempt]);
  return resource;
}

/** @throws {Error} where the data source is none of ours, or refuses */
async function askResource<T>(uid: string, path: string, parameters: Parameters): Promise<T> {
  const dataSource = await getDataSourceSrv().get({ uid });
  if (!(dataSource instanceof DataSourceWithBackend)) {
    throw new Error(
      t(
        'pages.use-resource.no-driftline',
        'The data source {{- uid}} is no Driftline data source: choose one at the top of the page.',
        { uid },
      ),
    );
  }
  return dataSource.getResource<T>(path, parameters, { showErrorAlert: false });
}

import { useEffect, useState } from 'react';
import { Button, LinkButton, Stack } from '@grafana/ui';
import { appLinks, type AppLink } from '../host/app-links.ts';

interface Props {
  readonly extensionPoint: string;
  /** What Grafana would tell of what is shown. */
  readonly context: object;
}

/** The links that the app adds at an extension point. */
export function LinkButtons({ extensionPoint, context }: Props) {
  const [links, setLinks] = useState<readonly AppLink[]>([]);
  const text = JSON.stringify(context);
  useEffect(() => {
    void appLinks(extensionPoint, JSON.parse(text) as object).then(setLinks);
  }, [extensionPoint, text]);
  return (
    <Stack gap={1} wrap="wrap">
      {links.map(({ title, description, icon, path, follow }) => {
        const look = { variant: 'secondary', size: 'sm', icon, tooltip: description } as const;
        return path === undefined ? (
          <Button key={title} {...look} onClick={follow}>
            {title}
          </Button>
        ) : (
          <LinkButton
            key={title}
            {...look}
            href={path}
            onClick={(event) => {
              event.preventDefault();
              follow();
            }}
          >
            {title}
          </LinkButton>
        );
      })}
    </Stack>
  );
}

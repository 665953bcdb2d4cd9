import type { Field, LinkModel } from '@grafana/data';
import { t } from '@grafana/i18n';

/** The data links of the values of a row, each once; none where the panel has none. */
export function linksOf(fields: readonly (Field | undefined)[], row: number): LinkModel[] {
  if (row < 0) return [];
  const links = fields.flatMap((field): LinkModel[] => field?.getLinks?.({ valueRowIndex: row }) ?? []);
  return links.filter(
    (link, i) => links.findIndex(({ href, title }) => href === link.href && title === link.title) === i,
  );
}

/** How links are announced beside a value; undefined without any. */
export function linksSentence(links: readonly LinkModel[]): string | undefined {
  const [first, ...others] = links;
  if (first === undefined) return undefined;
  return others.length === 0
    ? t('panels.data-links.one', 'Click or press Enter: {{- title}}', { title: first.title })
    : t('panels.data-links.several', 'Click or press Enter for {{number}} links', { number: links.length });
}

import type { Field, LinkModel } from '@grafana/data';

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
    ? `Click or press Enter: ${first.title}`
    : `Click or press Enter for ${links.length} links`;
}

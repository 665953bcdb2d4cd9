import type { DataFrame, LinkModel } from '@grafana/data';

/** A data link that counts how often it is followed. */
export function linkTo(title: string): LinkModel & { readonly onClick: jest.Mock } {
  return { href: `/d/${title}`, title, target: undefined, origin: {}, onClick: jest.fn() };
}

/** A frame whose values all have these links. */
export function withLinks(frame: DataFrame, links: LinkModel[]): DataFrame {
  return { ...frame, fields: frame.fields.map((field) => ({ ...field, getLinks: () => links })) };
}

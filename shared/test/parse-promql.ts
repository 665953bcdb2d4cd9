import { parser } from '@prometheus-io/lezer-promql';

/** A node of the parse tree as nested names, with the text of its leaves. */
export interface PromqlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly PromqlNode[];
}

/** Parse tree of a query by Prometheus' own grammar; throws on a syntax error. */
export function parsePromql(query: string): PromqlNode {
  const strict = parser.configure({ strict: true });
  const build = (node: ReturnType<typeof strict.parse>['topNode']): PromqlNode => {
    const children: PromqlNode[] = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(build(child));
    return { name: node.name, text: query.slice(node.from, node.to), children };
  };
  return build(strict.parse(query).topNode);
}

/** Names of the tree's nodes in order, without their texts: what the query means apart from its literals. */
export function shapeOf(node: PromqlNode): string {
  return `${node.name}(${node.children.map(shapeOf).join(' ')})`;
}

/** Texts of all nodes called `name`. */
export function textsOf(node: PromqlNode, name: string): string[] {
  return [...(node.name === name ? [node.text] : []), ...node.children.flatMap((child) => textsOf(child, name))];
}

/** Where a query is edited. A rule takes single values, annotations mark times: neither shows a panel that draws them. */
export type Place = 'panel' | 'rule' | 'annotation';

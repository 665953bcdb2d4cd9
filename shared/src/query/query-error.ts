/** A query that cannot be compiled. The message names the field and the remedy. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

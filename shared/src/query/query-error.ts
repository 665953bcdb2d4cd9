/** A query that cannot be asked. The message names the field and what to write instead. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

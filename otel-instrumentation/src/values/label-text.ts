/**
 * A text as the value of a label. A lone surrogate makes receivers refuse a whole export, and PromQL refuses a query that
 * holds U+FFFD, the mark of a broken character: both become a question mark.
 */
export function labelText(text: string): string {
  return text.toWellFormed().replaceAll('\uFFFD', '?');
}

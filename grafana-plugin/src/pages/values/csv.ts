/** A file that spreadsheets read: fields that need it in quotes, lines that end as RFC 4180 says. */
export function csvOf(titles: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  return [titles, ...rows].map((cells) => cells.map(field).join(',')).join('\r\n') + '\r\n';
}

function field(value: string | number | undefined): string {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return '';
  const text = String(value);
  // A text that a spreadsheet takes for a formula is none: names come from services.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a file to the browser. */
export function saveFile(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

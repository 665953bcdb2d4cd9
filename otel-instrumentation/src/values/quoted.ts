/** Names are labels of at most 200 characters; a line should hold several of them. */
const LONGEST = 60;

/** What may move the cursor of a terminal, or turn the direction of a line, and JSON leaves as it is. */
const UNPRINTABLE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A text from outside as a log or a terminal may show it: in quotes, cut, with control characters escaped. */
export function quoted(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return JSON.stringify(cut).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same without quotes where none are needed, as in most names of models and versions. */
export function plain(text: string): string {
  return /^[\p{L}\p{N}_.:+-]{1,60}$/u.test(text) ? text : quoted(text);
}

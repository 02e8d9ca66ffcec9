const ADDRESS = /[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;]+/gu;
const LINK = /(?:https?:\/\/|www\.)\S+/giu;
const PHONE = /(?<![\d.-])(?!\d{4}-\d\d-\d\d)(?!\d{1,2}\.\d{1,2}\.\d{4})\+?\d(?:[\s()/.-]{0,3}\d){6,}/gu;

/** A text for paper, on which no contact data stands (P3): addresses, links and telephone numbers give way to a word that says so. */
export function withoutContact(text: string, word: string): string {
  return text.replace(ADDRESS, word).replace(LINK, word).replace(PHONE, word);
}

/** Thrown where a page is better than an answer: the reader is led there (303). */
export class SeeOther extends Error {
  /** @param location path on this install */
  constructor(readonly location: string) {
    super(`See ${location}`);
    this.name = 'SeeOther';
  }
}

/** An action that is not possible as the workbook is: why, and what to do about it, each a sentence. */
export class Refused extends Error {
  constructor(
    readonly why: string,
    readonly next: string,
  ) {
    super(`${why} ${next}`);
    this.name = 'Refused';
  }
}

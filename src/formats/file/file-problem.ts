/** Why a file cannot be read, in a sentence or two that say what is wrong, with the value, and what to do. The readers throw nothing else. */
export class FileProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FileProblem';
  }
}

import type { Book } from '../../domain/ledger/book';
import type { Figure } from '../../workbook/sharing/figure';
import type { FigureBasis } from '../../workbook/sharing/sources-sheet';
import { figureBasis } from './figure-basis';

/** Each figure costs the workbook some requests: of so many, what they rest on is told; of the others, that Explain tells it. */
const MOST_EXPLAINED = 2_000;

const LEFT_TO_EXPLAIN: FigureBasis = {
  sources: '',
  restsOn: `Not listed: only the first ${MOST_EXPLAINED} figures are. The pane explains each cell in its tab Explain.`,
};

/** Tells of one figure after another what it rests on. */
export function explainedFigures(book: Book): (figure: Figure) => Promise<FigureBasis> {
  let explained = 0;
  return async (figure) => {
    explained += 1;
    return explained > MOST_EXPLAINED ? LEFT_TO_EXPLAIN : figureBasis(figure, book);
  };
}

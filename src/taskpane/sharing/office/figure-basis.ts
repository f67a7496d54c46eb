import type { Book } from '../../../domain/ledger/book';
import { fetchLateCode } from '../../../functions/explain/outside-cells';
import { resolveArguments } from '../../../workbook/cells/argument-values';
import { callsIn } from '../../../workbook/formulas/formula-calls';
import { withoutForeignPrefix } from '../../../workbook/formulas/formula-prefix';
import { type Figure, figureAddress } from '../../../workbook/sharing/figure';
import type { FigureBasis } from '../../../workbook/sharing/sources-sheet';
import type { Explanation } from '../../contract/services';
import { evaluateNested, explainResolved } from '../../explain/call-explanation';
import { explanationText } from '../../explain/explanation-text';

/** What the calls of a figure rest on, told by the functions' own computation. */
async function figureBasis(figure: Figure, book: Book): Promise<FigureBasis> {
  await fetchLateCode();
  const sources = new Set<string>();
  const parts: string[] = [];
  for (const call of callsIn(withoutForeignPrefix(figure.formula))) {
    const written = { functionName: call.functionName, arguments: call.arguments.map(({ text }) => text) };
    const explained = explainResolved(
      written,
      await resolveArguments(written.arguments, figure, evaluateNested(book)),
      book,
    );
    if (explained.kind !== 'explained') {
      parts.push(
        `${call.functionName}: its ${explained.argument} is ${explained.text}, which Excel alone can work out.`,
      );
      continue;
    }
    for (const source of sourcesOf(explained.explanation)) {
      sources.add(source);
    }
    parts.push(restsOn(explained.explanation));
  }
  return { sources: [...sources].join('; '), restsOn: parts.join('\n\n') };
}

/** The text of a note on a figure that is a value by now. */
export async function noteText(figure: Figure, book: Book): Promise<string> {
  const { sources, restsOn: basis } = await figureBasis(figure, book);
  return [`${figureAddress(figure)}: ${figure.formula}`, sources && `Source: ${sources}`, basis]
    .filter(Boolean)
    .join('\n')
    .slice(0, LONGEST_NOTE);
}

/** A note of more characters is not read by anyone. */
const LONGEST_NOTE = 2_000;

function sourcesOf({ rows, conversions }: Explanation): string[] {
  return [
    ...rows.filter((row) => row.counted).map(({ source }) => source),
    ...conversions.map(({ source }) => source),
  ].filter(Boolean);
}

/** The explanation without its first line, which is the address and the formula. */
function restsOn(explanation: Explanation): string {
  return explanationText('', '', explanation).split('\n').slice(1).join('\n');
}

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

import { useEffect, useState } from 'preact/hooks';
import { callsIn } from '../../workbook/formulas/formula-calls';
import { clientFormulas, type OfferedFormula } from '../contract/formulas';
import type { PaneContext } from '../contract/pane-context';
import type { ClientLine } from '../contract/snapshot';

/** A formula that gives a figure for a client, and the figure. */
export interface WorkingFormula extends OfferedFormula {
  readonly result: string;
}

/** Of the formulas for a client those that give a figure as the tables are, by the functions' own computation; null before that is known. */
export function useWorkingFormulas(
  { services, snapshot }: PaneContext,
  client: ClientLine,
): readonly WorkingFormula[] | null {
  const [found, setFound] = useState<readonly WorkingFormula[] | null>(null);
  useEffect(() => {
    let isLatest = true;
    const ask = async (offered: OfferedFormula): Promise<WorkingFormula[]> => {
      const [call] = callsIn(offered.formula);
      if (call === undefined) {
        return [];
      }
      const written = { functionName: call.functionName, arguments: call.arguments.map(({ text }) => text) };
      const answer = await services.explain(written, { sheet: '', row: 0, column: 0 });
      const isFigure = answer.kind === 'explained' && answer.explanation.problem === null;
      return isFigure ? [{ ...offered, result: answer.explanation.result }] : [];
    };
    Promise.all(clientFormulas(client.name, client.vendors, client.hasFigure).map(ask)).then(
      (working) => isLatest && setFound(working.flat()),
      (failure: unknown) => {
        console.error('AI Spend could not try the formulas for a client.', failure);
        return isLatest && setFound([]);
      },
    );
    return () => {
      isLatest = false;
    };
  }, [services, snapshot, client]);
  return found;
}

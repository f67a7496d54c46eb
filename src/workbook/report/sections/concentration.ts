import type { Asked } from '../asked-cells';
import type { ReportChoices } from '../report-choices';
import type { SheetDraft } from '../sheet-draft';
import { amount, putCompared, putComparedHead, share, type ComparedFigure } from './headline';

/** How much hangs on few. Of clients AICONCENTRATION tells it; of anything else it is worked out from the shares of AICLIENTS. */
export function putConcentration(draft: SheetDraft, asked: Asked, { by, client }: ReportChoices): void {
  const { vendor, currency, period, compared } = asked;
  const shares = (when: string): string =>
    `INDEX(AICLIENTS(${vendor},${when},${currency},,${asked.by},${asked.client}),0,3)`;
  const ofClients = by === 'client' && client === '*';
  const formulas: Readonly<Record<string, (when: string) => string>> = ofClients
    ? {
        hhi: (when) => `AICONCENTRATION(${vendor},${when},"hhi","recorded")`,
        effective: (when) => `AICONCENTRATION(${vendor},${when},"effective","recorded")`,
        cr1: (when) => `AICONCENTRATION(${vendor},${when},"cr1","recorded")`,
        cr3: (when) => `AICONCENTRATION(${vendor},${when},"cr3","recorded")`,
      }
    : {
        hhi: (when) => `SUMSQ(${shares(when)})`,
        effective: (when) => `1/SUMSQ(${shares(when)})`,
        cr1: (when) => `MAX(${shares(when)})`,
        cr3: (when) => `IF(COUNT(${shares(when)})<3,SUM(${shares(when)}),SUMPRODUCT(LARGE(${shares(when)},{1,2,3})))`,
      };
  const told = (measure: string): [now: string, then: string] => [
    formulas[measure]?.(period) ?? '',
    formulas[measure]?.(compared) ?? '',
  ];
  const figure = (label: string, measure: string, changeDigits: number): ComparedFigure => {
    const format = `0.${'0'.repeat(changeDigits)}`;
    return {
      ...amount(label, ...told(measure)),
      format,
      changeFormat: `+${format};-${format};${format}`,
      changeDigits,
    };
  };
  draft.heading('Concentration');
  putComparedHead(draft, asked);
  putCompared(draft, share('Share of the largest', ...told('cr1')));
  putCompared(draft, share('Share of the largest three', ...told('cr3')));
  putCompared(draft, figure('HHI, from 0 to 1', 'hhi', 3));
  putCompared(draft, figure('Effective number', 'effective', 1));
  draft.note(
    'Of what is on record. The HHI is the sum of the squared shares; 1 / HHI of equal size would be as concentrated.',
  );
}

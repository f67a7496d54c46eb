import type { Concentration } from '../../domain/figures/concentration';
import { CONCENTRATION_MEASURES, CONCENTRATION_SCOPES } from '../../domain/figures/concentration-words';
import { ALL } from '../../domain/ledger/name-key';
import { calculate } from '../call/calculate';
import { percentCell, RATIO_FORMAT, type NumberCell } from '../call/cell-output';
import { declare } from '../call/declaration';
import { records } from '../late/late-figures';
import { optionalName, period, word } from '../call/parameters';

const INDEX_FORMAT = '0.0000';

export const AICONCENTRATION = declare({
  name: 'AICONCENTRATION',
  parameters: {
    vendor: optionalName('vendor'),
    period,
    measure: word(CONCENTRATION_MEASURES),
    scope: word(CONCENTRATION_SCOPES, 'a scope'),
  },
  late: [records],
  figure: (book, { vendor, ...question }) => records.get().concentration(book, { ...question, vendor: vendor ?? ALL }),
  show: measureCell,
});

function measureCell({ measure, value }: Concentration): NumberCell {
  if (measure === 'hhi') {
    return { value, format: INDEX_FORMAT };
  }
  return measure === 'effective' ? { value, format: RATIO_FORMAT } : percentCell(value);
}

/**
 * How concentration can be measured. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum CONCENTRATION {
  /** Sum of the squared shares, 0 to 1 (Herfindahl-Hirschman index). */
  hhi = "hhi",
  /** Share of the largest client. */
  cr1 = "cr1",
  /** Share of the 2 largest clients. */
  cr2 = "cr2",
  /** Share of the 3 largest clients. */
  cr3 = "cr3",
  /** Share of the 4 largest clients. */
  cr4 = "cr4",
  /** Share of the 5 largest clients. */
  cr5 = "cr5",
  /** Share of the 6 largest clients. */
  cr6 = "cr6",
  /** Share of the 7 largest clients. */
  cr7 = "cr7",
  /** Share of the 8 largest clients. */
  cr8 = "cr8",
  /** Share of the 9 largest clients. */
  cr9 = "cr9",
  /** 1 / HHI: the number of equal clients that would be as concentrated. */
  effective = "effective",
}

/**
 * Over whom. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum CONCENTRATIONSCOPE {
  /** All clients: no figure if the amounts of some are not disclosed. */
  all = "all",
  /** Those on record. */
  recorded = "recorded",
}

/**
 * How much of a vendor's AI revenue hangs on few clients.
 * @customfunction AICONCENTRATION AICONCENTRATION
 * @helpurl https://localhost:3000/help.html#aiconcentration
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @param [period] month (default: the latest on record), runrate (that month times 12), ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [measure] hhi (default), cr1 to cr9, or effective.
 * @param [scope] all (default): no figure if clients are undisclosed; recorded: over those whose amount is on record.
 * @returns hhi from 0 to 1, cr1 to cr9 as fractions, effective as a number of clients.
 * @remarks
 * Over the clients' shares of what is on record, compared in one currency. If amounts of clients of the period are not
 * disclosed nobody knows the concentration: `#N/A` names them, unless the scope is `recorded`. `hhi` is the sum of the
 * squared shares on the scale 0 to 1 (competition authorities write it times 10,000), `cr4` the share of the four largest,
 * `effective` 1 / HHI.
 *
 * Errors: as AISPEND; `#N/A` if clients are undisclosed; `#VALUE!` if a client is in credit; `#DIV/0!` if the
 * spends add up to 0.
 * @example =AICONCENTRATION("Microsoft",,,"recorded") gives the HHI of those of Microsoft's clients that are on record.
 * @example =AICONCENTRATION("Microsoft",2024,"cr4") gives the share of its four largest clients of 2024.
 */
export async function aiconcentration(
  vendor?: any[][],
  period?: any[][],
  measure?: CONCENTRATION[][],
  scope?: CONCENTRATIONSCOPE[][],
): Promise<any[][]> {
  return calculate(AICONCENTRATION, [vendor, period, measure, scope]);
}

import type { JSX } from 'preact';
import type { BillSummary, CurrencyTotal } from '../../bills/sums/bill-summary';
import { count, number } from '../contract/phrases';
import { groupThousands } from '../../domain/money/money';
import { LEFT_OUT, rowsWithoutAmount, type BillOf } from './import-phrases';

/** The totals of the file or ledger, to the last digit: what it has is what is kept and what is left out. */
export function Totals({ summary, of }: { summary: BillSummary; of: BillOf }): JSX.Element {
  const unread = rowsWithoutAmount(summary.problemRows, summary.totals);
  return (
    <>
      {summary.totals.map((total) => (
        <TotalTable key={total.currency} total={total} of={of} />
      ))}
      {unread > 0 && (
        <p class="hint">
          {count(unread, 'row')} with an amount that cannot be read {unread === 1 ? 'is' : 'are'} in no total.
        </p>
      )}
    </>
  );
}

function TotalTable({ total, of }: { total: CurrencyTotal; of: BillOf }): JSX.Element {
  return (
    <table class="totals">
      <caption class="unseen">Total in {total.currency || 'no currency'}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Rows</th>
          <th scope="col">{total.currency || 'No currency'}</th>
        </tr>
      </thead>
      <tbody>
        <Line name={`Total of the ${of}`} rows={total.rows} amount={total.total} />
        {total.leftOut.map(({ reason, rows, amount }) => (
          <Line key={reason} name={LEFT_OUT[reason]} rows={rows} amount={amount} />
        ))}
      </tbody>
      <tfoot>
        <Line name="Kept" rows={total.keptRows} amount={total.kept} />
      </tfoot>
    </table>
  );
}

function Line({ name, rows, amount }: { name: string; rows: number; amount: string }): JSX.Element {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{number(rows)}</td>
      <td>{groupThousands(amount)}</td>
    </tr>
  );
}

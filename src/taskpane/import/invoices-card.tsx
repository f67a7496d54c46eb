import type { JSX } from 'preact';
import { groupThousands } from '../../domain/money/money';
import type { CheckedInvoices, ImportSession, OpenInvoices } from '../contract/import-services';
import type { PaneContext } from '../contract/pane-context';
import { count, list } from '../contract/phrases';
import { MessageBar } from '../controls/message-bar';
import { ShortList } from '../controls/pages';
import { invoicesSummary, invoiceFinding, amounts } from './import-phrases';
import { ReportLinks } from './report-links';
import { Step } from './step';

interface InvoicesCardProps {
  pane: PaneContext;
  session: ImportSession;
  opened: OpenInvoices;
}

/** FOCUS' InvoiceDetail: what invoices state beside what is loaded. Nothing of it is loaded. */
export function InvoicesCard({ pane, session, opened }: InvoicesCardProps): JSX.Element {
  const { checked, unreadable, unreadableLines } = opened;
  return (
    <Step title="Invoices">
      <p>
        This is the data set InvoiceDetail of FOCUS, not a bill: it states the charges of the Cost and Usage data once
        more, by invoice, and would double them. None of it is loaded; it is compared with what is loaded.
      </p>
      <p role="status">{invoicesSummary(checked)}</p>
      {unreadableLines > 0 && (
        <MessageBar tone="warning">
          {`${count(unreadableLines, 'line')} cannot be read and ${unreadableLines === 1 ? 'is' : 'are'} in no sum: line ${list(unreadable.slice(0, 5).map(String))}${unreadableLines > 5 ? ' and more' : ''}.`}
        </MessageBar>
      )}
      <ShortList label="Invoices" noun="invoices" items={checked} line={(one) => <Compared one={one} />} />
      <p class="hint">
        AIClients keeps no invoice numbers: invoices are compared by issuer, month of the billing period and currency.
        They differ from a bill whose months are those of use, or of which only AI services were loaded.
      </p>
      <ReportLinks pane={pane} session={session} decision={null} of={[opened]} />
    </Step>
  );
}

function Compared({ one }: { one: CheckedInvoices }): JSX.Element {
  return (
    <>
      <span class="line-lead">
        <b>{one.issuer}</b>
        <span>{one.month}</span>
      </span>
      {one.invoices.map(({ invoice, amount, lines }) => (
        <span key={invoice} class="line-lead">
          <span>{invoice === '' ? 'On no invoice yet' : invoice}</span>
          <span>
            {amounts([{ currency: one.currency, amount }])} · {count(lines, 'line')}
          </span>
        </span>
      ))}
      {one.invoices.length > 1 && (
        <span>
          Together {groupThousands(one.stated)} {one.currency}
        </span>
      )}
      <span class={one.difference === '0' ? 'hint' : 'invoice-differs'}>{invoiceFinding(one)}</span>
    </>
  );
}

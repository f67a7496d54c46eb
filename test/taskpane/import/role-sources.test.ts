import type { ImportTable } from '../../../src/taskpane/contract/import-services';
import {
  exampleOf,
  explanationOf,
  isOpen,
  openRoles,
  optionValue,
  roleOptions,
  sourceOf,
  TAG,
  TEXT,
} from '../../../src/taskpane/import/role-sources';
import { BILLS } from '../../e2e/pane/bills';

function table(part: Partial<ImportTable> = {}): ImportTable {
  return { ...BILLS['focus.csv']!('focus.csv').bill.tables[0]!, ...part };
}

const FOCUS = table();
const labels = (options: readonly { label: string }[]): string[] => options.map(({ label }) => label);

describe('the list of a role', () => {
  it('begins with the amounts and the dates that the format offers', () => {
    expect(labels(roleOptions('amount', FOCUS).suggested)).toEqual(['BilledCost', 'EffectiveCost']);
    expect(labels(roleOptions('month', FOCUS).suggested)).toEqual(['ChargePeriodStart', 'BillingPeriodStart']);
  });

  it('shows the first column that is not blank as one entry', () => {
    expect(labels(roleOptions('client', FOCUS).suggested)).toEqual(['SubAccountName, else SubAccountId']);
  });

  it('has what was remembered beside what was recognised', () => {
    const { mapping } = FOCUS.recognition;
    const remembered = {
      ...mapping,
      roles: { ...mapping.roles, vendor: { kind: 'columns' as const, columns: ['Tags'] } },
    };
    expect(labels(roleOptions('vendor', table({ remembered })).suggested)).toEqual(['ProviderName', 'Tags']);
  });

  it('offers a tag for names only, and a fixed text for all but the amount', () => {
    const takes = (role: Parameters<typeof roleOptions>[0]): boolean[] => [
      roleOptions(role, FOCUS).takesTag,
      roleOptions(role, FOCUS).takesText,
    ];
    expect(takes('client')).toEqual([true, true]);
    expect(takes('currency')).toEqual([false, true]);
    expect(takes('amount')).toEqual([false, false]);
  });

  it('is safe with columns that are named like parts of objects, and with two of one name', () => {
    const columns = ['__proto__', 'constructor', '', 'Cost', 'Cost'];
    const options = roleOptions('vendor', table({ columns }));
    expect(labels(options.columns)).toEqual(['__proto__', 'constructor', '(no name)', 'Cost']);
    for (const { value, columns: stood } of options.columns) {
      expect(sourceOf(value, options, FOCUS)).toEqual({ kind: 'columns', columns: stood });
    }
  });

  it('leads from each source to its entry and back', () => {
    const options = roleOptions('client', FOCUS);
    const source = FOCUS.recognition.mapping.roles.client;
    expect(sourceOf(optionValue(source), options, FOCUS)).toEqual(source);
    expect(optionValue({ kind: 'fixed', text: '' })).toBe(TEXT);
    expect(sourceOf(TAG, options, FOCUS)).toEqual({ kind: 'tag', column: 'Tags', tag: '', otherwise: '' });
    expect(sourceOf('nonsense', options, FOCUS)).toEqual({ kind: 'columns', columns: [] });
  });
});

describe('a role', () => {
  it('is open until a column, a tag or a text is given; a service may be blank', () => {
    expect(isOpen('client', { kind: 'columns', columns: [] })).toBe(true);
    expect(isOpen('client', { kind: 'tag', column: 'Tags', tag: ' ' })).toBe(true);
    expect(isOpen('client', { kind: 'tag', column: 'Tags', tag: 'team' })).toBe(false);
    expect(isOpen('currency', { kind: 'fixed', text: ' ' })).toBe(true);
    expect(isOpen('service', { kind: 'fixed', text: '' })).toBe(false);
  });

  it('is told with the others that are open, in the order of the view', () => {
    expect(openRoles(BILLS['unknown.csv']!('unknown.csv').bill.tables[0]!.recognition.mapping)).toEqual([
      'client',
      'currency',
    ]);
    expect(openRoles(FOCUS.recognition.mapping)).toEqual([]);
  });

  it('says what its column answers, and shows the first text that stands there', () => {
    expect(explanationOf('amount', { kind: 'columns', columns: ['EffectiveCost'] }, FOCUS)).toMatch(
      /prepaid commitments/,
    );
    expect(explanationOf('vendor', { kind: 'columns', columns: ['ProviderName'] }, FOCUS)).toBeNull();
    expect(exampleOf({ kind: 'columns', columns: ['SubAccountName', 'SubAccountId'] }, FOCUS)).toBe('0012');
    expect(exampleOf({ kind: 'columns', columns: ['SubAccountName'] }, FOCUS)).toBe('Contoso');
    expect(exampleOf({ kind: 'columns', columns: ['No such column'] }, FOCUS)).toBeNull();
    expect(exampleOf({ kind: 'fixed', text: 'EUR' }, FOCUS)).toBeNull();
  });

  it('shows the line above the table that says the currency, until another is typed', () => {
    const currencyAbove = { currency: 'EUR', text: 'Beträge in EUR' };
    const ofLine = table({ recognition: { ...FOCUS.recognition, currencyAbove } });
    const explained = (text: string) => explanationOf('currency', { kind: 'fixed', text }, ofLine);
    expect(explained('EUR')).toBe('Above the table stands “Beträge in EUR”.');
    expect(explained('USD')).toBeNull();
  });
});

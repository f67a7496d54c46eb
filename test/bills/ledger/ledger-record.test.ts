import fc from 'fast-check';
import { readRecord, writeRecord } from '../../../src/bills/ledger/ledger-record';
import { identifier, readTableName, tableIdentifier } from '../../../src/bills/ledger/sql-text';

const month = fc.constantFrom('', '2024-01', '2025-12');
const name = fc.string({ minLength: 1, unit: 'grapheme' });

describe('what AIImports keeps of a ledger', () => {
  it('is read as it was written, whatever the names are', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(''), name),
        name,
        month,
        month,
        fc.string(),
        (database, table, from, to, sql) => {
          const record = {
            address: 'https://ch.example.com:8443/path',
            table: { database, table },
            months: { from, to },
            statement: `SELECT ${sql.replaceAll('\r', '')}`,
          };
          expect(readRecord(writeRecord(record), 'x')).toEqual(record);
        },
      ),
    );
  });

  it.each(['', 'SELECT 1', '-- ledger: http://a\n-- table: `t`\n-- months: the first to the last\nSELECT 1'])(
    'is refused where it is "%s"',
    (text) =>
      expect(() => readRecord(text, 'my source')).toThrow('What AIImports says of my source can no longer be read'),
  );
});

describe('the name of a table', () => {
  it.each([
    ['focus', { database: '', table: 'focus' }],
    [' billing.focus ', { database: 'billing', table: 'focus' }],
    ['`my db`.`a.b`', { database: 'my db', table: 'a.b' }],
    ['billing.`a\\`b`', { database: 'billing', table: 'a`b' }],
  ])('%s is understood', (typed, table) => expect(readTableName(typed)).toEqual(table));

  it.each(['', 'a.b.c', 'a b', 'a; DROP TABLE b', '`a'])('"%s" is none', (typed) =>
    expect(readTableName(typed)).toBeNull(),
  );

  it('in a statement ends where it should, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const written = identifier(text);
        expect(/^`(?:[^`\\]|\\.)*`$/s.test(written)).toBe(true);
        expect(readTableName(tableIdentifier({ database: text, table: text }))).toEqual({
          database: text,
          table: text,
        });
      }),
    );
  });
});

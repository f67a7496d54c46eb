import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../scripts/project';
import type { InitialSheets } from '../../../src/local/grid/initial-workbook';
import { conventionsOf, EN_US } from '../../../src/local/values/conventions';
import { localText } from '../../../src/local/values/local-text';

it.each([
  ['=AISPEND("ByteDance",,"USD")', '=AISPEND("ByteDance";;"USD")', '=AISPEND("ByteDance";;"USD")'],
  ['=REVSHARE(0.5,2)', '=REVSHARE(0,5;2)', '=REVSHARE(0,5;2)'],
  ['2.  It shows 20,000,000.00 EUR.', '2.  It shows 20.000.000,00 EUR.', '2.  It shows 20_000_000,00 EUR.'],
  ['15.0%: at 1.063014, in 2024.', '15,0%: at 1,063014, in 2024.', '15,0%: at 1,063014, in 2024.'],
  ['20,000,000.00 EUR (1/3)', '20.000.000,00 EUR (1/3)', '20_000_000,00 EUR (1/3)'],
  ['18 Nov 2024, 2024-11 and 7', '18 Nov 2024, 2024-11 and 7', '18 Nov 2024, 2024-11 and 7'],
])('%s is shown as German and French write it', (text, german, french) => {
  expect(localText(text, EN_US)).toBe(text);
  expect(localText(text, conventionsOf('de-DE'))).toBe(german);
  const ofFrance = conventionsOf('fr-FR');
  expect(localText(text, ofFrance)).toBe(french.replaceAll('_', ofFrance.group));
});

it('the Tour asks in German for nothing that has to be typed otherwise, and shows no number as English writes it', () => {
  const { sheets } = JSON.parse(readFileSync(path.join(projectRoot, 'assets/tour.json'), 'utf8')) as InitialSheets;
  const texts = Object.values(sheets[0]!.cells).flatMap(({ v }) => (typeof v === 'string' ? [v] : []));
  const shown = texts.map((text) => localText(text, conventionsOf('de-DE')));
  expect(shown.filter((text) => /^=.*,|\d,\d{3}\b.*\.\d\d\b/.test(text))).toEqual([]);
  expect(shown.filter((text) => text.startsWith('=') && text.includes(';')).length).toBeGreaterThan(5);
});

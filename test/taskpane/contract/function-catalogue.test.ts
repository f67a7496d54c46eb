import { takesNumbers } from '../../../src/functions/call/control';
import { readCatalogue, type FunctionsMetadata } from '../../../src/taskpane/contract/function-catalogue';

const METADATA: FunctionsMetadata = {
  functions: [
    {
      name: 'AIROI',
      description: 'The return.',
      helpUrl: 'https://localhost:3000/help.html#airoi',
      parameters: [
        { name: 'investment', description: 'An amount, or a client’s name.' },
        { name: 'measure', description: 'roi (default) or net.', customEnumId: 'MEASURE' },
      ],
    },
    {
      name: 'AIFX',
      description: 'An amount in another currency.',
      parameters: [
        { name: 'amount', description: 'The amount as a number.' },
        { name: 'from', description: 'ISO 4217 code of the currency it is in.' },
        { name: 'month', description: 'The month whose mean rate is taken.' },
      ],
    },
    {
      name: 'AISPEND',
      description: 'What a client spent.',
      parameters: [
        { name: 'client', description: 'Client’s name, or "*". A range gives one result for each name.' },
        { name: 'vendor', description: 'Only what was paid to this vendor.' },
      ],
    },
  ],
  enums: [{ id: 'MEASURE', values: [{ stringValue: 'roi', tooltip: 'The return.' }, { stringValue: 'net' }] }],
};

const parameters = new Map(
  readCatalogue(METADATA).flatMap((info) =>
    info.parameters.map((parameter) => [`${info.name} ${parameter.name}`, parameter]),
  ),
);

test.each([
  ['AIROI investment', 'client', true, false],
  ['AIROI measure', 'choice', false, true],
  ['AIFX amount', 'number', true, false],
  ['AIFX from', 'currency', false, false],
  ['AIFX month', 'period', true, true],
  ['AISPEND client', 'client', false, false],
  ['AISPEND vendor', 'vendor', false, true],
])('%s has the control %s; takes numbers: %s; optional: %s', (name, kind, numbers, optional) => {
  const parameter = parameters.get(name);
  expect(parameter).toMatchObject({ control: { kind }, optional });
  expect(parameter && takesNumbers(parameter.control)).toBe(numbers);
});

test('a choice has its words with what they stand for', () => {
  expect(parameters.get('AIROI measure')?.choices).toEqual([
    { value: 'roi', meaning: 'The return.' },
    { value: 'net', meaning: '' },
  ]);
});

test('what is not declared is refused', () => {
  const unknown = (name: string, parameter: string): FunctionsMetadata => ({
    functions: [{ name, description: '', parameters: [{ name: parameter, description: 'A period.' }] }],
  });
  expect(() => readCatalogue(unknown('AISPEND', 'until'))).toThrow('AISPEND declares no parameter "until".');
  expect(() => readCatalogue(unknown('AILESS', 'client'))).toThrow('AILESS is not a function of this add-in.');
});

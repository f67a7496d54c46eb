import { Problem } from '../../../src/domain/messages/problem';
import { AISPEND } from '../../../src/functions/family/aispend';
import { AITREND } from '../../../src/functions/family/aitrend';
import { FAMILY } from '../../../src/functions/family/family';
import type { CellOutput } from '../../../src/functions/call/cell-output';
import { declare } from '../../../src/functions/call/declaration';
import { evaluate } from '../../../src/functions/call/evaluate';
import { fetchLateCode } from '../../../src/functions/explain/outside-cells';
import { MissingArgument, nameOrAmount, requiredName } from '../../../src/functions/call/parameters';
import { sampleBook } from '../../domain/sample-book';

const book = sampleBook({ clients: [{ Spend: 10 }, { Client: 'Beta', Spend: 20 }] });
const asText = (output: CellOutput): string =>
  output instanceof Problem
    ? `${output.code} ${output.message}`
    : typeof output === 'object' && 'value' in output
      ? output.value.toFixed()
      : String(output);
const spends = (...args: unknown[]): string[][] => evaluate(AISPEND, args, book).map((row) => row.map(asText));

/** A function that shows what it is given, or fails as it is told to. */
const ECHO = declare({
  name: 'ECHO',
  parameters: { text: nameOrAmount('client', 'optional'), more: nameOrAmount('vendor', 'optional') },
  figure: (_, { text, more }) => {
    if (text === 'fail') {
      throw new TypeError('undefined is not a function');
    }
    if (text === 'throw text') {
      throw 'a text';
    }
    return `${String(text)}/${String(more)}`;
  },
  show: (figure) => figure,
});
const echo = (...args: unknown[]): string[][] => evaluate(ECHO, args, book).map((row) => row.map(asText));

beforeAll(fetchLateCode);

describe('the arguments of a call', () => {
  it('may be fewer than the function has parameters, as older metadata knows them', () => {
    expect(spends('Acme')).toEqual([['10']]);
    expect(echo()).toEqual([['null/null']]);
  });

  it('may be fewer, with the invocation in the place of the next, as the runtime puts it there on every call', () => {
    const invocation = { functionName: 'F', address: 'Sheet1!A1', parameterAddresses: undefined };
    for (const declaration of FAMILY) {
      const count = Object.keys(declaration.parameters).length;
      for (let given = 0; given < count; given += 1) {
        const args = Array.from({ length: given }, () => [[null]]);
        expect(evaluate(declaration, [...args, invocation], book)).toEqual(evaluate(declaration, args, book));
      }
    }
    expect(spends('Acme', invocation)).toEqual([['10']]);
    expect(spends([['Acme']], '2024', 'EUR', invocation)).toEqual([['10']]);
  });

  it('may be more, as where the host adds its own', () => {
    expect(spends([['Acme']], null, null, null, null, null, { address: 'Sheet1!A1' }, 7)).toEqual([['10']]);
  });

  it('may each be a value or a range of one, omitted or blank', () => {
    const blanks = [null, undefined, '', [['']], [[null]], 0, [[0]]];
    for (const blank of blanks) {
      expect(spends([['Acme']], blank, blank, blank)).toEqual([['10']]);
    }
  });
});

describe('a call over ranges', () => {
  it('is a call for each element', () => {
    expect(spends([['Acme', 'Beta']], [['2024-01'], ['2024']])).toEqual([
      ['10', '20'],
      ['10', '20'],
    ]);
  });

  it('has a problem of its own in each place', () => {
    expect(spends([['Acme'], ['Nobody']])).toEqual([['10'], ['#N/A No client "Nobody" in AIClients.']]);
  });

  it('has one problem alone where the ranges do not fit', () => {
    expect(spends([['a'], ['b']], [[1], [2], [3]])).toEqual([
      [expect.stringMatching(/^#VALUE! AISPEND cannot combine ranges of 2 x 1 and 3 x 1/)],
    ]);
  });

  it('leaves a gap where a required element is blank', () => {
    expect(spends([['Acme'], [null], [''], [0], ['Beta']])).toEqual([['10'], [''], [''], [''], ['20']]);
  });

  it('asks for a required argument that is one blank, however many places the others make', () => {
    expect(spends(null, [['2024-01', '2024']])).toEqual([
      ['#VALUE! AISPEND needs a client.', '#VALUE! AISPEND needs a client.'],
    ]);
  });

  it('passes errors on in their places, the first argument first', () => {
    const ref = { type: 'CustomFunctionError', code: '#REF!' };
    const div = { type: 'CustomFunctionError', code: '#DIV/0!' };
    expect(
      evaluate(
        AISPEND,
        [
          [['Acme'], [ref], ['Beta']],
          [[null], [div], [div]],
        ],
        book,
      ),
    ).toMatchObject([[{}], [{ code: '#REF!' }], [{ code: '#DIV/0!' }]]);
  });

  it('of a function that gives a table is refused in each place', () => {
    const refused = expect.stringMatching(/^#VALUE! AITREND gives a table/) as string;
    expect(evaluate(AITREND, [[['Acme'], ['Beta']]], book).map((row) => row.map(asText))).toEqual([
      [refused],
      [refused],
    ]);
  });
});

describe('a mistake of ours', () => {
  it('becomes a #VALUE! that says so', () => {
    expect(echo('fail')).toEqual([
      [
        '#VALUE! AI Spend met an error it did not expect (undefined is not a function). Please report it; Help in the pane says how.',
      ],
    ]);
    expect(echo('throw text')).toEqual([[expect.stringContaining('(a text)')]]);
  });

  it('spoils no other place of a range', () => {
    expect(echo([['a', 'fail', 'b']])).toEqual([['a/null', expect.stringMatching(/^#VALUE! AI Spend met/), 'b/null']]);
  });
});

it('the types know what each parameter is read as', () => {
  declare({
    name: 'F',
    parameters: { client: requiredName('client'), more: nameOrAmount('vendor', 'optional') },
    figure: (_, values) => {
      const client: string = values.client;
      // @ts-expect-error -- a cell may hold a number as well
      const more: string = values.more;
      return client + more;
    },
    show: (figure) => figure,
  });
  expect(() => requiredName('client').read(null)).toThrow(expect.any(MissingArgument) as Error);
});

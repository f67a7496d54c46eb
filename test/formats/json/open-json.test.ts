import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { openJson } from '../../../src/formats/json/open-json';
import { LIMITS } from '../../../src/formats/file/limits';
import { describeWithData, sharedData } from '../../shared-data';
import { problemOf, readAll, readRecords } from '../read-all';

const open = (text: string | Uint8Array<ArrayBuffer>) => openJson(new Blob([text]));
const records = async (document: unknown) =>
  readRecords(await open(typeof document === 'string' ? document : JSON.stringify(document)));

describe('Numbers of a JSON file', () => {
  it.each([
    '1.25e-06',
    '0.0600000000000000000',
    '1234567890123456789012345.678',
    '-0',
    '1E+2',
    '9007199254740993',
    '0.1e-300',
  ])('keep their text: %s', async (text) => {
    expect(await records(`[{"cost":${text}}]`)).toEqual([{ cost: text }]);
  });

  it('and texts that look like numbers stay as they are', async () => {
    expect(await records('[{"cost":"0.0600000000000000000","id":"007"}]')).toEqual([
      { cost: '0.0600000000000000000', id: '007' },
    ]);
  });
});

describe('Where the records of a JSON file are', () => {
  const rows = [
    { a: 'x', cost: 1 },
    { a: 'y', cost: 2 },
  ];
  const expected = [
    { a: 'x', cost: '1' },
    { a: 'y', cost: '2' },
  ];

  it.each(['data', 'items', 'rows', 'value', 'Kosten'])('an object with one array, %s', async (name) => {
    expect(await records({ [name]: rows })).toEqual(expected);
  });

  it('an array of records, alone, in an array, or deep in objects', async () => {
    expect(await records(rows)).toEqual(expected);
    expect(await records([[rows[0]], [rows[1]]])).toEqual(expected);
    expect(await records({ properties: { rows } })).toEqual(expected);
  });

  it('one object is one record', async () => {
    expect(await records({ vendor: 'OpenAI', cost: 5 })).toEqual([{ vendor: 'OpenAI', cost: '5' }]);
  });

  it('an object of columns', async () => {
    expect(await records({ currency: 'EUR', date: ['d1', 'd2'], cost: [1.5, null] })).toEqual([
      { currency: 'EUR', date: 'd1', cost: '1.5' },
      { currency: 'EUR', date: 'd2' },
    ]);
  });

  it.each([
    ['columns beside rows', { columns: ['vendor', 'cost'], index: [0], data: [['OpenAI', 5]] }],
    [
      'columns described beside data',
      { meta: [{ name: 'vendor', type: 'String' }, { name: 'cost' }], data: [['OpenAI', 5]] },
    ],
    [
      'columns that are described elsewhere',
      { resultSetMetaData: { rowType: [{ name: 'vendor' }, { name: 'cost' }] }, data: [['OpenAI', 5]] },
    ],
    ['names with capitals', { Column: [{ Name: 'vendor' }, { Name: 'cost' }], NextLink: null, Row: [['OpenAI', 5]] }],
  ])('%s', async (_, document) => {
    expect(await records(document)).toEqual([{ vendor: 'OpenAI', cost: '5' }]);
  });

  it('rows of another length than the columns are not put below them', async () => {
    expect(await records({ columns: ['vendor', 'cost'], rows: [['OpenAI']], id: 1 })).not.toContainEqual({
      vendor: 'OpenAI',
    });
  });

  it('objects hand down their scalar fields, and the inner one of two wins', async () => {
    const file = {
      currency: 'usd',
      page: 1,
      data: [
        {
          start: 'Monday',
          results: [{ amount: { value: 1, currency: 'eur' } }, { currency: 'gbp', amount: { value: 2 } }],
        },
      ],
    };
    expect(await records(file)).toEqual([
      {
        currency: 'usd',
        page: '1',
        start: 'Monday',
        'amount.value': '1',
        'amount.currency': 'eur',
        amount: '{"value":1,"currency":"eur"}',
      },
      { currency: 'gbp', page: '1', start: 'Monday', 'amount.value': '2', amount: '{"value":2}' },
    ]);
  });

  it('a bucket without results gives no row, whether its array is empty or missing', async () => {
    expect(await records({ data: [{ day: 1, results: [] }, { day: 2, results: [{ cost: 3 }] }, { day: 4 }] })).toEqual([
      { day: '2', cost: '3' },
    ]);
    expect(await problemOf(open('{"data":[{"day":1,"results":[]}],"has_more":false}'))).toContain('has no records');
  });

  it('an object with an amount is a record, so that what lies in it can neither repeat nor replace the amount', async () => {
    const log = {
      request_id: 'r',
      spend: 0.5,
      messages: [
        { role: 'user', content: 'a' },
        { role: 'tool', content: 'b' },
      ],
      output: { items: [{ price: 9 }] },
    };
    expect(await records([log])).toEqual([
      {
        request_id: 'r',
        spend: '0.5',
        messages: '[{"role":"user","content":"a"},{"role":"tool","content":"b"}]',
        'output.items': '[{"price":9}]',
      },
    ]);
    expect(await records([{ id: 'i1', total_amount: 10, lines: [{ amount: 4 }, { amount: 6 }] }])).toEqual([
      { id: 'i1', total_amount: '10', lines: '[{"amount":4},{"amount":6}]' },
    ]);
  });

  it('a record whose amount is missing is still one record, as its fellows are', async () => {
    const messages = [{ role: 'user' }, { role: 'user' }];
    expect(
      await records([
        { id: 1, spend: 2, messages },
        { id: 2, spend: null, messages },
      ]),
    ).toHaveLength(2);
  });

  it('a list of tags does not multiply records whose amount has an unknown name', async () => {
    expect(
      await records([
        {
          total: 3,
          tags: [
            { key: 'team', value: 'a' },
            { key: 'env', value: 'b' },
          ],
        },
      ]),
    ).toHaveLength(1);
  });

  it('a total around all records is not handed down', async () => {
    expect(await records({ total_cost: 3, cost_center: '17', data: [{ cost: 1 }, { cost: 2 }] })).toEqual([
      { cost_center: '17', cost: '1' },
      { cost_center: '17', cost: '2' },
    ]);
  });

  it('several arrays are several tables, the one with amounts first', async () => {
    const opened = await open('{"errors":[{"code":1},{"code":2}],"data":[{"cost":1}]}');
    expect(opened.tables.map(({ name }) => name)).toEqual(['data', 'errors']);
    expect(await readRecords(opened, 1)).toEqual([{ code: '1' }, { code: '2' }]);
  });

  it('several documents one after another are one table', async () => {
    expect(
      await records('{"data":[{"cost":1}],"has_more":true}\n\n{"data":[{"cost":2}],"has_more":false}[{"cost":3}]'),
    ).toEqual([{ cost: '1' }, { cost: '2' }]);
  });
});

describe('Columns of a JSON file', () => {
  it('are all fields of all records in the order of their first appearance', async () => {
    const { header, rows, lines } = await readAll(await open('[{"b":1},{"a":2,"b":3},{},{"c":null,"a":4}]'));
    expect(header).toEqual(['b', 'a', 'c']);
    expect(rows).toEqual([
      ['1', '', ''],
      ['3', '2', ''],
      ['', '4', ''],
    ]);
    expect(lines).toEqual([1, 2, 4]);
  });

  it('tags are columns each, and one column together', async () => {
    expect(await records([{ cost: 1, Tags: { team: 'ML', 'cost center': 7 } }])).toEqual([
      { cost: '1', 'Tags.team': 'ML', 'Tags.cost center': '7', Tags: '{"team":"ML","cost center":7}' },
    ]);
  });

  it('hold booleans in the words of a sheet, arrays as JSON text, and nothing for null and what is empty', async () => {
    expect(
      await records([{ yes: true, no: false, none: null, list: ['a', 1.5, null], empty: [], hollow: {} }]),
    ).toEqual([{ yes: 'TRUE', no: 'FALSE', list: '["a",1.5,null]' }]);
  });

  it('only those asked for are read, in the order asked, twice where asked twice', async () => {
    const table = (await open('[{"a":1,"b":2,"c":3}]')).tables[0]!;
    const seen: unknown[] = [];
    await table.readRows([2, 0, 2], (cells) => seen.push([...cells]));
    expect(seen).toEqual([['3', '1', '3']]);
  });

  it('may have any name', async () => {
    const { header, rows } = await readAll(
      await open('[{"__proto__":"p","constructor":"c","toString":1,"hasOwnProperty":{"__proto__":"q"}, " cost ":2}]'),
    );
    expect(header).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty.__proto__',
      'hasOwnProperty',
      'cost',
    ]);
    expect(rows).toEqual([['p', 'c', '1', 'q', '{"__proto__":"q"}', '2']]);
    expect(({} as Record<string, unknown>)['p']).toBeUndefined();
    expect(await records('{"__proto__":["x","y"],"cost":[1,2]}')).toHaveLength(2);
  });
});

describe('Pages', () => {
  const noticesOf = async (text: string) => (await open(text)).notices;

  it('that are followed by others are noticed', async () => {
    expect(await noticesOf('{"data":[{"cost":1}],"has_more":true,"next_page":"page_2"}')).toEqual([
      'The export says that it has more pages: has_more is true. Import those as well, or the figures will be too low.',
    ]);
    expect((await noticesOf('{"value":[{"cost":1}],"nextLink":"https://example.com/2"}'))[0]).toContain(
      'nextLink is https://example.com/2',
    );
    expect((await noticesOf('{"data":[{"cost":1}],"meta":{"page":1,"totalPages":3}}'))[0]).toContain('page 1 of 3');
    expect((await noticesOf('{"data":[{"cost":1}],"page":0,"total_pages":2}'))[0]).toContain('page 0 of 2');
    expect((await noticesOf('{"data":[{"cost":1}],"next_cursor":"abc"}'))[0]).toContain('next_cursor is abc');
    expect((await noticesOf('{"data":[{"cost":1}],"pagination":{"next":"/v1?p=2"}}'))[0]).toContain('next is /v1?p=2');
    expect(await noticesOf('{"data":[{"cost":1}],"page":0,"total_pages":1,"links":{"next":null}}')).toEqual([]);
  });

  it('that are the last are not', async () => {
    expect(
      await noticesOf('{"data":[{"cost":1}],"has_more":false,"next_page":null,"meta":{"page":3,"totalPages":3}}'),
    ).toEqual([]);
    expect(await noticesOf('{"data":[{"cost":1}],"has_more":true} {"data":[{"cost":1}],"has_more":false}')).toEqual([]);
  });

  it('say it in no column', async () => {
    expect(await records('{"data":[{"cost":1}],"has_more":true,"next_page":"p2"}')).toEqual([{ cost: '1' }]);
  });
});

describe('Encodings of a JSON file', () => {
  const text = '[{"Kunde":"Müller 中","cost":1}]';
  const utf16 = (isLittle: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * text.length + 2));
    view.setUint16(0, 0xfeff, isLittle);
    [...text].forEach((character, index) => view.setUint16(2 * index + 2, character.charCodeAt(0), isLittle));
    return new Uint8Array(view.buffer);
  };

  it('UTF-8 with a byte order mark, and UTF-16 of both orders', async () => {
    const expected = [{ Kunde: 'Müller 中', cost: '1' }];
    expect(await records(`\ufeff${text}`)).toEqual(expected);
    expect(await readRecords(await open(utf16(true)))).toEqual(expected);
    expect(await readRecords(await open(utf16(false)))).toEqual(expected);
  });
});

describe('A JSON file that is broken is refused with the line where it breaks', () => {
  it.each([
    ['a comment', '[\n// all of it\n{"a":1}]', 'line 2: JSON has no comments'],
    ['a comment first', '// all of it\n[]', "at line 1 it has '// all of it"],
    ['trailing garbage', '[{"a":1}]\nrubbish', "at line 2 it has 'rubbish'"],
    ['a trailing comma', '[{"a":1},\n]', 'line 2: Array item expected'],
    ['cut off', '[{"a":1},\n{"b":', 'ends at line 2, in the middle of what begins at line 1'],
    ['cut off in a text', '[{"a":"b', 'ends at line 1'],
    ['a text over two lines', '[{"a":"b\nc"}]', 'line 1: a text is not closed'],
    ['a missing comma', '[{"a":1}\n{"b":2}]', 'line 2:'],
    ['a missing brace', '{"a":1\n{"b":2}', 'line 2:'],
    ['single quotes', "[{'a':1}]", 'line 1: Quoted object key expected'],
    ['a number with a comma', '[{"a":1,5}]', 'line 1:'],
    ['a number with a leading zero', '[{"a":\n01}]', 'line 2:'],
    ['a wrong bracket', '[{"a":1]}', 'line 1:'],
    ['NaN', '[{"a":NaN}]', 'line 1:'],
    ['two values for one name', '[{"cost":1},\n{"cost":2,"cost":3}]', "line 2: Duplicate key 'cost'"],
    ['a mere text', '"cost"', 'line 1'],
  ])('%s', async (_, text, message) => {
    expect(await problemOf(open(text))).toContain(message);
  });

  it.each([
    ['', 'empty'],
    ['  \n', 'no records'],
    ['[]', 'no records'],
    ['[1,2]', 'no records'],
    ['{}', ''],
  ])('without records: %s', async (text, message) => {
    if (message === '') {
      expect(await records(text)).toEqual([]);
    } else {
      expect(await problemOf(open(text))).toContain(message);
    }
  });

  it('the same value twice for one name is no problem', async () => {
    expect(await records('[{"cost":1.50,"cost":1.50}]')).toEqual([{ cost: '1.50' }]);
  });

  it('deeper than the limit, at once and without overflowing the stack', async () => {
    const deep = 1_000_000;
    for (const text of ['['.repeat(deep), '{"a":'.repeat(deep), `${'['.repeat(deep)}${']'.repeat(deep)}`]) {
      expect(await problemOf(open(text))).toContain(
        `more than ${LIMITS.jsonDepth} objects and arrays within one another, at line 1`,
      );
    }
    const oneTooDeep = `${'['.repeat(LIMITS.jsonDepth)}{"a":1}${']'.repeat(LIMITS.jsonDepth)}`;
    expect(await problemOf(open(oneTooDeep))).toContain('within one another');
    expect(await records(`${'['.repeat(LIMITS.jsonDepth - 1)}{"a":1}${']'.repeat(LIMITS.jsonDepth - 1)}`)).toEqual([
      { a: '1' },
    ]);
  });

  it('with more columns or longer cells than the limits', async () => {
    const wide = Object.fromEntries(Array.from({ length: LIMITS.columns + 1 }, (_, index) => [`c${index}`, 1]));
    expect(await problemOf(open(JSON.stringify([wide])))).toContain('more than 2,000 columns');
    const long = JSON.stringify([{ cost: 1, note: 'x'.repeat(LIMITS.cellCharacters + 1) }]);
    const table = (await open(long)).tables[0]!;
    expect(await problemOf(table.readRows([1], () => {}))).toContain('more than 1,000,000 characters');
    await table.readRows([0], (cells) => expect(cells).toEqual(['1']));
  });
});

describe('Any records', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text);
  const scalar = fc.oneof(fc.string(), fc.boolean(), fc.constant(null));
  const number = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.stringMatching(/^(\.\d{1,28})?([eE][-+]?\d{1,3})?$/))
    .map(([whole, rest]) => `${whole}${rest}`);

  it('come out as they went in', async () => {
    const record = fc.dictionary(
      name,
      fc.oneof(
        scalar.map((value) => ({
          json: JSON.stringify(value),
          text: value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : value,
        })),
        number.map((text) => ({ json: text, text })),
      ),
      { minKeys: 1 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 5 }), async (list) => {
        const json = `[${list
          .map(
            (fields) =>
              `{${Object.entries(fields)
                .map(([key, { json: text }]) => `${JSON.stringify(key)}:${text}`)
                .join()}}`,
          )
          .join()}]`;
        const expected = list
          .map((fields) =>
            Object.entries(fields)
              .filter(([, { text }]) => text !== '')
              .map(([key, { text }]): [string, string] => [key, text]),
          )
          .filter((fields) => fields.length > 0);
        const got = await readAll(await open(json));
        const fields = got.rows.map(
          (cells) =>
            new Map(
              got.header
                .map((column, index): [string, string] => [column, cells[index]!])
                .filter(([, text]) => text !== ''),
            ),
        );
        expect(fields).toEqual(expected.map((entries) => new Map(entries)));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('changed at random are read or refused, and nothing else happens', async () => {
    const sample =
      '{"object":"page","data":[{"start":1,"results":[{"amount":{"value":1.25e-06,"currency":"usd"},"tags":["a"]}]},{"results":[]}],"has_more":true}';
    const edit = fc.tuple(
      fc.nat(sample.length),
      fc.nat(3),
      fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '\\', '\n', '1', '-', 'e', '\u0000', '{"a":['),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let text = sample;
        for (const [at, removed, added] of edits) {
          text = text.slice(0, at) + added + text.slice(at + removed);
        }
        const outcome = await open(text).then(
          (opened) => readAll(opened),
          (error: unknown) => (error as Error).name,
        );
        expect(typeof outcome === 'string' ? outcome : 'read').toMatch(/^(read|FileProblem)$/);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });
});

describeWithData("The vendors' own JSON", () => {
  const shared = async (name: string) =>
    openJson(new Blob([new Uint8Array(await readFile(path.join(sharedData, 'ai-apis', name)))]));

  it('OpenAI costs: a row for each result, none for an empty bucket, and a notice of the next page', async () => {
    const opened = await shared('openai_costs_synthetic_page1.json');
    expect(
      (await readRecords(opened)).map((row) => [
        row['start_time'],
        row['amount.value'],
        row['amount.currency'],
        row['project_id'],
        row['line_item'],
      ]),
    ).toEqual([
      ['1730419200', '0.0600000000000000000', 'usd', 'proj_a', 'gpt-4o-2024-08-06, input'],
      ['1730419200', '1.25e-06', 'usd', 'proj_a', 'gpt-4o-2024-08-06, cached input'],
    ]);
    expect(opened).toMatchObject({ kind: 'json', reading: null, notices: [expect.stringContaining('more pages')] });
    expect((await shared('openai_costs_doc_example.json')).notices).toEqual([]);
  });

  it('Anthropic cost report', async () => {
    expect(await readRecords(await shared('anthropic_cost_report_synthetic.json'))).toEqual([
      { starting_at: '2025-08-01T00:00:00Z', ending_at: '2025-08-02T00:00:00Z', currency: 'USD', amount: '123.45' },
    ]);
  });

  it('two pages in one file, as whole documents', async () => {
    const page = await readFile(path.join(sharedData, 'ai-apis', 'openai_costs_synthetic_page1.json'), 'utf8');
    expect(await records(page + page)).toHaveLength(4);
  });
});

const TOO_MANY_VALUES = /^The file holds more than 10000000 values/;

it.each([
  ['one document', `[${'1,'.repeat(10_000_001)}1]`],
  ['documents together', `[${'1,'.repeat(4_000_000)}1]\n`.repeat(3)],
])('a JSON text with more values than memory holds, in %s, is refused before they are made', async (_, text) => {
  await expect(openJson(new Blob([text]))).rejects.toThrow(TOO_MANY_VALUES);
});

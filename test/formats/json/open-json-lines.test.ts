import { openJsonLines } from '../../../src/formats/json/open-json-lines';
import { problemOf, readAll, readRecords } from '../read-all';

const open = (...parts: BlobPart[]) => openJsonLines(new Blob(parts));

describe('JSON lines', () => {
  it('are a record each', async () => {
    const opened = await open('{"b":1.50}\r\n\n{"a":"x","b":2}\n{"c":{"d":3}}');
    expect(await readAll(opened)).toEqual({
      header: ['b', 'a', 'c.d', 'c'],
      rows: [
        ['1.50', '', '', ''],
        ['2', 'x', '', ''],
        ['', '', '3', '{"d":3}'],
      ],
      lines: [1, 2, 3],
    });
    expect(opened).toMatchObject({ kind: 'json-lines', reading: null, notices: [] });
  });

  it('are the same however the bytes come in', async () => {
    const bytes = new TextEncoder().encode('\ufeff{"Kunde":"Müller 中 \\"\\\\","cost":1}\n{"Kunde":"b","cost":2}');
    const file = {
      size: bytes.length,
      slice: () => new Blob([bytes.slice(0, 2)]),
      stream: () =>
        new ReadableStream({ start: (to) => (bytes.forEach((byte) => to.enqueue(Uint8Array.of(byte))), to.close()) }),
    };
    expect(await readRecords(await openJsonLines(file as unknown as Blob))).toEqual([
      { Kunde: 'Müller 中 "\\', cost: '1' },
      { Kunde: 'b', cost: '2' },
    ]);
  });

  it('may be pages, and may be written over several lines', async () => {
    const page = (cost: number, more: boolean) =>
      JSON.stringify(
        {
          data: [
            { day: 'd', results: [{ cost }] },
            { day: 'e', results: [] },
          ],
          has_more: more,
        },
        null,
        2,
      );
    const opened = await open(page(1, true), page(2, true));
    expect(await readRecords(opened)).toEqual([
      { day: 'd', cost: '1' },
      { day: 'd', cost: '2' },
    ]);
    expect(opened.notices).toHaveLength(1);
    expect((await open(page(1, true), page(2, false))).notices).toEqual([]);
  });

  it('a request with its messages is one record', async () => {
    const log = JSON.stringify({
      request_id: 'r',
      spend: 0.000002,
      startTime: '2024-01-01T00:00:00.000Z',
      request_tags: [],
      messages: [{ role: 'user' }, { role: 'user' }],
    });
    expect(await readRecords(await open(log))).toEqual([
      {
        request_id: 'r',
        spend: '0.000002',
        startTime: '2024-01-01T00:00:00.000Z',
        messages: '[{"role":"user"},{"role":"user"}]',
      },
    ]);
  });

  it('columns that appear late are columns too, and so are records after the first thousand', async () => {
    const opened = await open(
      Array.from({ length: 2500 }, (_, index) => `{"cost":${index}${index === 2400 ? ',"late":1' : ''}}`).join('\n'),
    );
    const { header, rows, lines } = await readAll(opened);
    expect([header, rows.length, rows[2400], lines[2499]]).toEqual([['cost', 'late'], 2500, ['2400', '1'], 2500]);
  });

  it('progress goes from the first bytes to the last', async () => {
    const table = (await open(...Array.from({ length: 5 }, () => '{"cost":1}\n'.repeat(2000)))).tables[0]!;
    const seen: number[] = [];
    await table.readRows(
      [0],
      () => {},
      (done, total) => seen.push(done / total),
    );
    expect(seen[seen.length - 1]).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(2);
  });

  it.each([
    ['a line that is cut off', '{"a":1}\n{"a":\n{"a":3}\n', 'in the middle of what begins at line 2'],
    ['a line that is cut off after a value', '{"a":1}\n{"a":2\n{"a":3}\n', 'line 3:'],
    ['a line that is no JSON', '{"a":1}\nhello\n', 'line 2'],
    ['the last line cut off', '{"a":1}\n{"a":"', 'ends at line 2'],
    ['no lines', '\n', 'no records'],
    ['nothing', '', 'empty'],
  ])('%s is refused', async (_, text, message) => {
    expect(await problemOf(open(text))).toContain(message);
  });

  it("a listener's own error reaches the caller as it is", async () => {
    const table = (await open('{"cost":1}')).tables[0]!;
    const reading = table.readRows([0], () => {
      throw new TypeError('mine');
    });
    await expect(reading).rejects.toThrow(TypeError);
  });
});

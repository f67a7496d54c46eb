import fs from 'node:fs';
import path from 'node:path';
import * as builtIns from '@formulajs/formulajs';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { CONCENTRATION_MEASURES } from '../../../src/domain/figures/concentration-words';
import { MEASURES } from '../../../src/domain/figures/return-words';
import { FAMILY } from '../../../src/functions/family/family';
import { callsOurFunctions } from '../../../src/workbook/formulas/calls-our-functions';
import { WATCH } from '../../../src/workbook/formulas/watch-function';
import { functionFiles } from '../../../scripts/function-files';

/*
 * Ids and the order of parameters are saved in users' workbooks. So the metadata is compared, whole, with the one in
 * functions.json: UPDATE_GOLDEN=1 writes it anew; an id or a parameter that is there may only stay, and new ones come last.
 */
const GOLDEN = path.join(__dirname, '../../golden/functions.json');

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl?: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly optional?: boolean;
      readonly type: string;
      readonly dimensionality?: string;
      readonly customEnumId?: string;
    }[];
  }[];
  readonly enums: readonly {
    readonly id: string;
    readonly values: readonly { readonly stringValue: string; readonly tooltip: string }[];
  }[];
}

let metadata: Metadata;
let errors: readonly string[];
let json: string;

beforeAll(async () => {
  const generated = await generateCustomFunctionsMetadata(functionFiles());
  ({ errors, metadataJson: json } = generated);
  metadata = JSON.parse(json) as Metadata;
});

describe('the metadata of our functions', () => {
  it('is made without an error', () => {
    expect(errors).toEqual([]);
  });

  it('is that of the golden file, to the last word', () => {
    if (process.env.UPDATE_GOLDEN === '1') {
      fs.writeFileSync(GOLDEN, `${JSON.stringify(metadata, null, 2)}\n`);
    }
    expect(metadata).toEqual(JSON.parse(fs.readFileSync(GOLDEN, 'utf8')));
  });

  it('names the functions of the family, by which recalculation looks for them, and the one of the watch cells, which it passes by', () => {
    const ids = metadata.functions.map(({ id }) => id);
    expect([...FAMILY.map(({ name }) => name), WATCH].sort()).toEqual(ids);
    expect(ids.filter((id) => !callsOurFunctions(`=${id}()`))).toEqual([WATCH]);
  });

  it('has ids and names that are one, so that what is typed is what is saved', () => {
    expect(metadata.functions.map(({ name }) => name)).toEqual(metadata.functions.map(({ id }) => id));
  });

  it('has each id of a pick-list once', () => {
    const ids = metadata.enums.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['MEASURE', MEASURES],
    ['CONCENTRATION', CONCENTRATION_MEASURES],
  ])('offers in the pick-list %s the very words that are understood, each explained', (id, words) => {
    const values = metadata.enums.find((candidate) => candidate.id === id)?.values ?? [];
    expect(values.map(({ stringValue }) => stringValue)).toEqual(words);
    expect(values.filter(({ tooltip }) => !tooltip)).toEqual([]);
  });
});

describe.each(FAMILY.map(({ name, parameters }) => ({ name, parameters })))('$name', ({ name, parameters }) => {
  const own = () => {
    const found = metadata.functions.find(({ id }) => id === name);
    if (found === undefined) {
      throw new Error(`${name} has no metadata`);
    }
    return found;
  };

  it('declares the parameters that it shows, by name and in order', () => {
    expect(Object.keys(parameters)).toEqual(own().parameters.map((parameter) => parameter.name));
  });

  it('needs the parameters that it shows as required', () => {
    expect(Object.values(parameters).map(({ required }) => required)).toEqual(
      own().parameters.map((parameter) => parameter.optional !== true),
    );
  });

  it('offers the words that it understands as a pick-list, each explained', () => {
    const listed = own().parameters.map(({ customEnumId }) => {
      const values = metadata.enums.find(({ id }) => id === customEnumId)?.values ?? [];
      expect(values.filter(({ tooltip }) => !tooltip)).toEqual([]);
      return values.map(({ stringValue }) => stringValue);
    });
    expect(listed).toEqual(
      Object.values(parameters).map(({ control }) => (control.kind === 'choice' ? [...control.words] : [])),
    );
  });

  it('names in the description of a parameter the words of a period, and "*" for all clients, if it takes them', () => {
    const described = own().parameters.map(({ description }) => description);
    for (const [index, { control }] of Object.values(parameters).entries()) {
      const words = control.kind === 'period' ? control.words : [];
      expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(described[index] ?? ''))).toEqual([]);
      expect((described[index] ?? '').includes('"*"')).toBe(control.kind === 'client' && control.all);
      expect((described[index] ?? '').includes('ISO 4217')).toBe(control.kind === 'currency');
    }
  });

  it('takes ranges everywhere, and its required parameters first', () => {
    const { parameters: shown } = own();
    expect(shown.filter(({ dimensionality }) => dimensionality !== 'matrix')).toEqual([]);
    const optional = shown.map((parameter) => parameter.optional === true);
    expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
  });

  it('takes values of any type, or words of a pick-list', () => {
    expect(own().parameters.filter(({ type, customEnumId }) => type !== 'any' && customEnumId === undefined)).toEqual(
      [],
    );
  });

  it('says in a short line what it is, and of each parameter what to write', () => {
    const { description, parameters: shown } = own();
    expect(description.length).toBeGreaterThan(20);
    expect(description.length).toBeLessThanOrEqual(128);
    expect(shown.filter((parameter) => parameter.description === '')).toEqual([]);
  });

  it('leads to its own chapter of the help page', () => {
    expect(own().helpUrl).toBe(`https://localhost:3000/help.html#${name.toLowerCase()}`);
  });

  it('has a name that is neither a cell, nor a function of the spreadsheet', () => {
    expect(name).toMatch(/^[A-Z]+$/);
    // A1 to XFD1048576, and R1C1.
    expect(name).not.toMatch(/^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/);
    expect(Object.keys(builtIns)).not.toContain(name);
    expect(Object.keys(builtIns)).toContain('SUMIFS');
  });
});

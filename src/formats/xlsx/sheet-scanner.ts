import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { eachAttribute } from '../xml/attributes';
import type { XmlListener } from '../xml/xml-scanner';
import { columnOf, rowOf } from './address';

/** A cell as the sheet writes it. The object is used again for the next cell. */
export interface WrittenCell {
  /** Counted from 0. */
  column: number;
  /** The `r` attribute, such as `B2`; '' if it does not say where it stands. */
  reference: string;
  /** The `t` attribute; '' for a number. */
  type: string;
  /** The number of its style; '' for the first. */
  style: string;
  /** The `cm` attribute: what the workbook's metadata says of the cell, such as a dynamic array; '' for nothing. */
  metadata: string;
  /** Its value or inline text, references unresolved; '' if it has none. */
  raw: string;
  /** Its formula, references unresolved; '' for the others that share one, null if there is none. */
  formula: string | null;
  /** What stands in the formula's tag; see `attributesOf`. */
  formulaAttributes: string;
}

/** Hears the rows of a sheet and those of their cells that it wants. */
export interface SheetListener {
  /** What stands in the sheet before its rows and after them, in its order. */
  element?(name: string, rawAttributes: string): void;
  /** @param line the row's number, as the sheet shows it */
  row(line: number, rawAttributes: string): void;
  /** Whether the next cell, in that column, is to be read; it is passed over otherwise. */
  wants(column: number): boolean;
  cell(cell: WrittenCell): void;
  endRow?(line: number): void;
}

/** Picks rows and cells out of a worksheet's XML. What the sheet says about its own dimension is of no account. */
// eslint-disable-next-line max-lines-per-function -- one state that its steps share for each cell
export function sheetScanner(sheet: string, listener: SheetListener): XmlListener {
  const cell: WrittenCell = {
    column: -1,
    reference: '',
    type: '',
    style: '',
    metadata: '',
    raw: '',
    formula: null,
    formulaAttributes: '',
  };
  let rows = 0;
  let line = 0;
  let column = -1;
  let inData = false;
  let wanted = false;
  let inText = false;
  let inFormula = false;
  let inPhonetic = false;

  function startRow(rawAttributes: string): void {
    rows += 1;
    if (rows > LIMITS.rows) {
      throw new FileProblem(fileMessages.tooManyRows(LIMITS.rows, `Sheet "${sheet}"`));
    }
    line += 1;
    column = -1;
    eachAttribute(rawAttributes, (name, value) => {
      if (name === 'r') {
        line = rowOf(value) ?? line;
      }
    });
    listener.row(line, rawAttributes);
  }

  function cellAttribute(name: string, value: string): void {
    if (name === 'r') {
      cell.reference = value;
      column = columnOf(value) ?? column;
    } else if (name === 's') {
      cell.style = value;
    } else if (name === 't') {
      cell.type = value;
    } else if (name === 'cm') {
      cell.metadata = value;
    }
  }

  function startCell(rawAttributes: string): void {
    column += 1;
    cell.reference = '';
    cell.type = '';
    cell.style = '';
    cell.metadata = '';
    cell.raw = '';
    cell.formula = null;
    cell.formulaAttributes = '';
    eachAttribute(rawAttributes, cellAttribute);
    cell.column = column;
    wanted = listener.wants(column);
  }

  return {
    open(name, rawAttributes) {
      if (!inData) {
        inData = name === 'sheetData';
        listener.element?.(name, rawAttributes);
      } else if (name === 'c') {
        startCell(rawAttributes);
      } else if (name === 'row') {
        startRow(rawAttributes);
      } else if (!wanted) {
        return;
      } else if (name === 'v') {
        inText = true;
      } else if (name === 't') {
        inText = !inPhonetic;
      } else if (name === 'rPh') {
        inPhonetic = true;
      } else if (name === 'f') {
        cell.formula = '';
        cell.formulaAttributes = rawAttributes;
        inFormula = true;
      }
    },
    text(raw) {
      if (inText) {
        cell.raw = cell.raw === '' ? raw : cell.raw + raw;
      } else if (inFormula) {
        cell.formula = (cell.formula ?? '') + raw;
      }
    },
    close(name) {
      if (!inData) {
        return;
      }
      if (name === 'v' || name === 't') {
        inText = false;
      } else if (name === 'f') {
        inFormula = false;
      } else if (name === 'c') {
        if (wanted) {
          listener.cell(cell);
        }
        wanted = false;
      } else if (name === 'row') {
        listener.endRow?.(line);
      } else if (name === 'rPh') {
        inPhonetic = false;
      } else if (name === 'sheetData') {
        inData = false;
      }
    },
  };
}

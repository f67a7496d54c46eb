/**
 * Reads a text as Excel reads what is typed into a cell, or written through the Excel API.
 */
import { getNumfmtParseValueFilter } from "@univerjs/core";
import { isErrorCode, type CellError } from "./cell-value";

/** What a text means in a cell. */
export type TypedText =
  | { readonly kind: "blank" }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number; readonly numberFormat: string | null }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly error: CellError };

/** Excel keeps 15 digits; a longer number in a text is more likely an identifier, but Excel converts it all the same. */
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MS_PER_DAY = 86_400_000;
/** Excel's day 0, for dates after February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

function isoDate(text: string): TypedText | null {
  const match = ISO_DATE.exec(text);
  if (!match) {
    return null;
  }
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 ? { kind: "number", number: (time - EPOCH) / MS_PER_DAY, numberFormat: "yyyy-mm-dd" } : null;
}

/** Interprets a text. In a cell formatted as text (`@`) everything but a blank stays text, formulas too. */
export function readTypedText(text: string, isTextCell: boolean): TypedText {
  if (text === "") {
    return { kind: "blank" };
  }
  if (isTextCell) {
    return { kind: "text", text };
  }
  if (text.startsWith("'")) {
    return { kind: "text", text: text.slice(1) };
  }
  if (text.startsWith("=") && text.length > 1) {
    return { kind: "formula", formula: text };
  }
  const trimmed = text.trim();
  if (PLAIN_NUMBER.test(trimmed)) {
    return { kind: "number", number: Number(trimmed), numberFormat: null };
  }
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") {
    return { kind: "boolean", value: upper === "TRUE" };
  }
  if (isErrorCode(upper)) {
    return { kind: "error", error: { error: upper } };
  }
  const date = isoDate(trimmed);
  if (date) {
    return date;
  }
  const parsed = getNumfmtParseValueFilter(trimmed);
  return parsed && typeof parsed.v === "number" ? { kind: "number", number: parsed.v, numberFormat: parsed.z ?? null } : { kind: "text", text };
}

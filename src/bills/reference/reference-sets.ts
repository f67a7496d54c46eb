import { TABLES } from '../../domain/ledger/tables';
import type { ReferenceTable } from '../../domain/ledger/rows-to-load';
import type { RawTable } from '../../domain/ledger/table';
import { referenceTables } from './reference-tables';
import { reportedClaims } from './reported-claims';

/** The sets of data that ship; each is loaded by choice, and can be taken out again. */
export type ReferenceSetId = 'article' | 'claims' | 'rates';

/** In the order in which they are offered. */
export const REFERENCE_SETS: readonly ReferenceSetId[] = ['article', 'claims', 'rates'];

/** What a set fills: the article needs rates as well, to be converted. */
export function tablesToLoad(set: ReferenceSetId): ReferenceTable[] {
  switch (set) {
    case 'article':
      return referenceTables();
    case 'claims':
      return reportedClaims().map(asReference);
    case 'rates':
      return referenceTables().filter(({ name }) => name === 'AIRates');
  }
}

/** What is a set's own, and goes with it: other figures may need the rates that the article came with, so they are taken out as rates. */
export function tablesToRemove(set: ReferenceSetId): ReferenceTable[] {
  const tables = tablesToLoad(set);
  return set === 'article' ? tables.filter(({ name }) => name !== 'AIRates') : tables;
}

function asReference({ name, header, rows }: RawTable): ReferenceTable {
  const table = name as keyof typeof TABLES;
  return { name: table, rows, optional: header.slice(TABLES[table].columns.length).map(String) };
}

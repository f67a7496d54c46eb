import { nameOurFunctions } from '../../workbook/formulas/our-functions';
import type { AnyDeclaration } from '../call/declaration';
import { AIBRIDGE } from './aibridge';
import { AIBUDGET } from './aibudget';
import { AICLIENTS } from './aiclients';
import { AICONCENTRATION } from './aiconcentration';
import { AIFORECAST } from './aiforecast';
import { AIFX } from './aifx';
import { AIPRICE } from './aiprice';
import { AIREVENUE } from './airevenue';
import { AIROI } from './airoi';
import { AISOURCE } from './aisource';
import { AISPEND } from './aispend';
import { AITREND } from './aitrend';
import { AIUSAGE } from './aiusage';
import { REVSHARE } from './revshare';

const MEMBERS = [
  AISPEND,
  REVSHARE,
  AIROI,
  AIREVENUE,
  AICLIENTS,
  AITREND,
  AICONCENTRATION,
  AISOURCE,
  AIFX,
  AIBUDGET,
  AIFORECAST,
  AIBRIDGE,
  AIUSAGE,
  AIPRICE,
] as const;

export type Member = (typeof MEMBERS)[number];
export type FunctionName = Member['name'];

/**
 * The functions of this add-in, in the order in which they are presented: the one list of them. A file of this folder that
 * is not in it is found by a test.
 */
export const FAMILY = MEMBERS as unknown as readonly (AnyDeclaration & { readonly name: FunctionName })[];

// The rooms below look for our functions in formulas, and know their names from here.
nameOurFunctions(FAMILY.map(({ name }) => name));

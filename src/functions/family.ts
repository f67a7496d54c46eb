import { AICLIENTS } from './aiclients';
import { AICONCENTRATION } from './aiconcentration';
import { AIFX } from './aifx';
import { AIREVENUE } from './airevenue';
import { AIROI } from './airoi';
import { AISOURCE } from './aisource';
import { AISPEND } from './aispend';
import { AITREND } from './aitrend';
import type { AnyDeclaration } from './declaration';
import { REVSHARE } from './revshare';

/** The functions of this add-in, in the order in which they are presented. */
export const FAMILY = [
  AISPEND,
  REVSHARE,
  AIROI,
  AIREVENUE,
  AICLIENTS,
  AITREND,
  AICONCENTRATION,
  AISOURCE,
  AIFX,
] as unknown as readonly AnyDeclaration[];

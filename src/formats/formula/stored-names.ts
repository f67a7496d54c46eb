/**
 * How files spell names in formulas: with prefixes that a cell does not show.
 */

/** Before the name of an add-in's function. Excel recognises nothing else; a plain name would stay #NAME? for ever. */
export const ADDIN_FUNCTION = '_xldudf_';
/** Before the names that LET and LAMBDA introduce. */
export const PARAMETER = '_xlpm.';
/** `_xlfn.ANCHORARRAY(B2)` is what a cell shows as `B2#`. */
export const ANCHOR_ARRAY = '_xlfn.ANCHORARRAY';

/** Before the names of functions that came after the file format was settled; without it Excel shows #NAME?. */
const NEWER = /^(?:_xlfn\.|_xlws\.)+/i;

/** Two of the dynamic-array functions carry a second prefix. */
const WITH_TWO_PREFIXES = ['FILTER', 'SORT'];

const WITH_ONE_PREFIX = `
  ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR
  BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS
  CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL
  ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE
  FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV
  GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA
  ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST
  NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC
  PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT
  REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT
  T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P
  VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`;

const NEWER_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ...WITH_TWO_PREFIXES.map((name): [string, string] => [name, `_xlfn._xlws.${name}`]),
  ...WITH_ONE_PREFIX.trim()
    .split(/\s+/)
    .map((name): [string, string] => [name, `_xlfn.${name}`]),
]);

/** The name of one of Excel's own functions as a file spells it. */
export function storedFunctionName(name: string): string {
  return NEWER_FUNCTIONS.get(name.toUpperCase()) ?? name;
}

/** The name of one of Excel's own functions as a cell shows it. */
export function shownFunctionName(name: string): string {
  return name.replace(NEWER, '');
}

/** The name of an add-in's function without its prefix; null if it is no such name. */
export function addinFunctionName(name: string): string | null {
  return startsWithPrefix(name, ADDIN_FUNCTION) ? name.slice(ADDIN_FUNCTION.length) : null;
}

/** A name without the prefix of a parameter of LET or LAMBDA. */
export function shownParameter(name: string): string {
  return startsWithPrefix(name, PARAMETER) ? name.slice(PARAMETER.length) : name;
}

function startsWithPrefix(name: string, prefix: string): boolean {
  return name.slice(0, prefix.length).toLowerCase() === prefix;
}

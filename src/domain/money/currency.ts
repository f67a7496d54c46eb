declare const currencyBrand: unique symbol;

/** An ISO 4217 code in capitals, for example `EUR`; if the code is known before run time, `Currency<'EUR'>`. */
export type Currency<Code extends string = string> = Code & { readonly [currencyBrand]: true };

/** ISO 4217, active codes and those withdrawn since 2020 (old bills still name them), without XTS and XXX, which name no currency. */
const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF ' +
    'CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD ' +
    'HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL ' +
    'MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD ' +
    'RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD ' +
    'USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ' +
    'ZWG ZWL'
  ).split(' '),
);

/** Decimals of the currencies whose minor unit is not a hundredth (ISO 4217, column "Mnr"). */
const DECIMALS = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

export const EUR = 'EUR' as Currency<'EUR'>;

/** The currency that `text` names, case and outer spaces ignored, or null if it is no ISO 4217 code. */
export function parseCurrency(text: string): Currency | null {
  const code = text.trim().toUpperCase();
  return CODES.has(code) ? (code as Currency) : null;
}

/** Decimals of the currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: Currency): number {
  return DECIMALS.get(currency) ?? 2;
}

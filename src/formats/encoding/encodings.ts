/** An encoding that a text file can be read in. */
export interface Encoding {
  /** As `TextDecoder` names it. */
  readonly name: string;
  /** For people. */
  readonly label: string;
}

/** What a user can choose from. All but the last two are also found without being chosen. */
export const ENCODINGS: readonly Encoding[] = [
  { name: 'utf-8', label: 'Unicode (UTF-8)' },
  { name: 'utf-16le', label: 'Unicode (UTF-16 LE)' },
  { name: 'utf-16be', label: 'Unicode (UTF-16 BE)' },
  { name: 'windows-1252', label: 'Western European (Windows-1252)' },
  { name: 'shift_jis', label: 'Japanese (Shift-JIS)' },
  { name: 'gb18030', label: 'Chinese simplified (GB18030)' },
  { name: 'big5', label: 'Chinese traditional (Big5)' },
  { name: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { name: 'euc-kr', label: 'Korean (EUC-KR)' },
  { name: 'windows-1250', label: 'Central European (Windows-1250)' },
  { name: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { name: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { name: 'windows-1253', label: 'Greek (Windows-1253)' },
  { name: 'windows-1254', label: 'Turkish (Windows-1254)' },
  { name: 'iso-8859-15', label: 'Western European (ISO-8859-15)' },
  { name: 'macintosh', label: 'Western European (Mac)' },
];

/** The label of an encoding; the name itself if it is none of ours. */
export function encodingLabel(name: string): string {
  return ENCODINGS.find((encoding) => encoding.name === name)?.label ?? name;
}

/** A name as a statement has it, whatever is in it. */
export function identifier(name: string): string {
  return `\`${escaped(name).replaceAll('`', '\\`')}\``;
}

/** A text as a statement has it, whatever is in it. */
export function textLiteral(text: string): string {
  return `'${escaped(text).replaceAll("'", "\\'")}'`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\0', '\\0');
}

/** A table of a database; without one, that of the connection. */
export interface TableName {
  readonly database: string;
  readonly table: string;
}

export function tableIdentifier({ database, table }: TableName): string {
  return database === '' ? identifier(table) : `${identifier(database)}.${identifier(table)}`;
}

/** `billing.focus` as it is typed: a name with a point in it stands in backquotes. Null: it is no name. */
export function readTableName(typed: string): TableName | null {
  const part = '(?:`((?:[^`\\\\]|\\\\.)+)`|([^`.\\s]+))';
  const found = new RegExp(`^\\s*(?:${part}\\.)?${part}\\s*$`).exec(typed);
  if (found === null) {
    return null;
  }
  const [, quotedDatabase, database, quotedTable, table] = found;
  return { database: unescaped(quotedDatabase) ?? database ?? '', table: unescaped(quotedTable) ?? table ?? '' };
}

function unescaped(text: string | undefined): string | undefined {
  const meant: Readonly<Record<string, string>> = { n: '\n', r: '\r', '0': '\0' };
  return text?.replace(/\\(.)/gs, (_, one: string) => meant[one] ?? one);
}

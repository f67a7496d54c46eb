import type { Cell } from '../../formats/file/text-table';
import type { Mapping, Recognition, VendorChoice } from '../mapping/mapping';
import { nameText } from '../values/cell-text';
import { nameCore } from './legal-name';
import { roleReader, type RoleReader, type WantedColumns } from './role-reader';

/** Who the first row names whose invoice is issued by another than who developed the model. */
export type VendorNames = Readonly<Record<VendorChoice, string>>;

/** Finds out whether the rows of a bill name several that could be the vendor. */
export interface VendorEvidence {
  note(cells: readonly Cell[]): void;
  readonly found: VendorNames | null;
}

/** What stands for the vendor: what was answered, if that is blank what the mapping says. */
export function vendorReader({ vendors }: Recognition, { roles, vendor }: Mapping, wanted: WantedColumns): RoleReader {
  const usual = roleReader('vendor', roles.vendor, wanted);
  const answered = vendor === undefined ? undefined : vendors?.[vendor];
  if (answered === undefined) {
    return usual;
  }
  const own = roleReader('vendor', answered, wanted);
  return { read: (cells) => nameText(own.read(cells)) || usual.read(cells), column: `${own.column}, ${usual.column}` };
}

/** Null if the format knows of one vendor only, or the user has chosen another column. */
export function vendorEvidence(
  { vendors, mapping: proposed }: Recognition,
  { roles }: Mapping,
  wanted: WantedColumns,
): VendorEvidence | null {
  if (vendors === undefined || JSON.stringify(roles.vendor) !== JSON.stringify(proposed.roles.vendor)) {
    return null;
  }
  const reader = (choice: VendorChoice): RoleReader => roleReader('vendor', vendors[choice], wanted);
  const [provider, issuer, developer] = [reader('provider'), reader('issuer'), reader('developer')];
  let found: VendorNames | null = null;
  // Rows often repeat what stands above them, and names take their time.
  const above: { issuer: Cell; developer: Cell } = { issuer: '', developer: '' };
  return {
    note(cells) {
      const [byIssuer, byDeveloper] = [issuer.read(cells), developer.read(cells)];
      if (found !== null || (byIssuer === above.issuer && byDeveloper === above.developer)) {
        return;
      }
      above.issuer = byIssuer;
      above.developer = byDeveloper;
      const names = {
        provider: nameText(provider.read(cells)),
        issuer: nameText(byIssuer),
        developer: nameText(byDeveloper),
      };
      if (names.issuer !== '' && names.developer !== '' && !isSame(names.issuer, names.developer)) {
        found = names;
      }
    },
    get found() {
      return found;
    },
  };
}

/** Those of them that are different names, the usual one first. */
export function vendorChoices(names: VendorNames): VendorChoice[] {
  const all: readonly VendorChoice[] = ['provider', 'issuer', 'developer'];
  return all.filter(
    (choice, at) => names[choice] !== '' && !all.slice(0, at).some((other) => isSame(names[choice], names[other])),
  );
}

function isSame(a: string, b: string): boolean {
  return nameCore(a) === nameCore(b);
}

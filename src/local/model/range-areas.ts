/**
 * Excel.RangeAreas and Excel.RangeCollection
 */
import { cellCount, formatAddress, type Area } from '../../formats/xlsx/address';
import { node, type ModelClass } from '../protocol/model-class';
import type { ModelHost } from './host';
import { formulaRefs, RangeClass } from './range';
import { WorksheetClass } from './worksheet';

/** Several areas of one sheet. */
export interface RangeAreasTarget {
  readonly host: ModelHost;
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

function address({ host, sheetId, areas }: RangeAreasTarget): string {
  const name = host.grid.sheets.name(sheetId);
  return areas.map((area) => formatAddress(name, area)).join(',');
}

function recalculate({ host, sheetId, areas }: RangeAreasTarget): void {
  host.recalculate(areas.flatMap((area) => formulaRefs({ host, sheetId, area })));
}

export const RangeCollectionClass: ModelClass<RangeAreasTarget> = {
  name: 'RangeCollection',
  items: ({ host, sheetId, areas }) => areas.map((area) => node(RangeClass, { host, sheetId, area })),
  methods: {
    getCount: ({ areas }) => areas.length,
    getItemAt: ({ host, sheetId, areas }, [index]) => {
      const area = areas[Number(index)];
      return area ? node(RangeClass, { host, sheetId, area }) : null;
    },
  },
};

export const RangeAreasClass: ModelClass<RangeAreasTarget> = {
  name: 'RangeAreas',
  scalars: {
    address: { get: address },
    addressLocal: { get: address },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0) },
  },
  objects: {
    areas: (target) => node(RangeCollectionClass, target),
    worksheet: ({ host, sheetId }) => node(WorksheetClass, { host, sheetId }),
  },
  methods: { calculate: recalculate, setDirty: recalculate },
};

/**
 * Excel.RangeAreas and Excel.RangeCollection
 */
import { cellCount, formatAddress } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { integerArgument } from './arguments';
import { object, type ServedClass } from './excel-class';
import { formulaRefs, rangeNode } from './ranges';
import type { RangeAreasTarget } from './targets';

function address({ host, sheetId, areas }: RangeAreasTarget): string {
  const name = host.grid.sheets.name(sheetId);
  return areas.map((area) => formatAddress(name, area)).join(',');
}

function recalculate({ host, sheetId, areas }: RangeAreasTarget): void {
  host.recalculate(areas.flatMap((area) => formulaRefs({ host, sheetId, area })));
}

export const RangeCollectionClass: ServedClass<'RangeCollection'> = {
  items: ({ host, sheetId, areas }) => areas.map((area) => rangeNode(host, sheetId, area)),
  reads: {
    getCount: ({ areas }) => areas.length,
    getItemAt: ({ host, sheetId, areas }, index) => {
      const area = areas[integerArgument(index)];
      if (!area) {
        throw new HostError('InvalidArgument');
      }
      return rangeNode(host, sheetId, area);
    },
  },
};

export const RangeAreasClass: ServedClass<'RangeAreas'> = {
  scalars: {
    address: { get: address },
    addressLocal: { get: address },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0) },
  },
  objects: {
    areas: (target) => object('RangeCollection', target),
    worksheet: (target) => object('Worksheet', target),
  },
  reads: { calculate: recalculate, setDirty: recalculate },
};

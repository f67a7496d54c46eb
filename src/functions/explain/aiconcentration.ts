import type { Concentration } from '../../domain/figures/concentration';
import type { ConcentrationMeasure } from '../../domain/figures/concentration-words';
import type { Decimal } from '../../domain/money/decimal';
import { explainRanking, more, NAMED } from './aiclients';
import { percentText, type Basis } from './basis';

export function explainConcentration({ ranking, measure, shares }: Concentration): Basis {
  return { ...explainRanking(ranking), steps: concentrationSteps(measure, shares) };
}

function concentrationSteps(measure: ConcentrationMeasure, shares: readonly Decimal[]): string[] {
  if (measure.startsWith('cr')) {
    const largest = shares.slice(0, Number(measure.slice(2)));
    return [largest.map(percentText).join(' + ')];
  }
  const squares = [...shares.slice(0, NAMED).map((share) => `${percentText(share)}^2`), ...more(shares.length)].join(
    ' + ',
  );
  return [measure === 'hhi' ? squares : `1 / (${squares})`];
}

import { criteriaToApply } from '../../../src/workbook/load/table-filters';

/** As Excel gives criteria: null for what a filter does not have. */
function given(criteria: Record<string, unknown>): Record<string, unknown> {
  const nothing = { color: null, criterion1: null, criterion2: null, icon: null, subField: null, values: null };
  return { ...nothing, dynamicCriteria: 'Unknown', operator: 'And', filterOn: null, ...criteria };
}

it.each([
  { filterOn: 'Values', values: ['Acme', { date: '2024-11', specificity: 'Month' }] },
  { filterOn: 'Custom', criterion1: '>5', criterion2: '<9' },
  { filterOn: 'TopItems', criterion1: '10' },
  { filterOn: 'Dynamic', dynamicCriteria: 'AboveAverage' },
  { filterOn: 'CellColor', color: '#FF0000' },
  { filterOn: 'Icon', icon: { index: 0, set: 'ThreeArrows' } },
])('criteria that Excel gave are applied again without the nulls that it refuses: $filterOn', (criteria) => {
  expect(criteriaToApply(given(criteria))).toEqual({ operator: 'And', ...criteria });
});

it.each([
  ['no criteria', null],
  ['none at all', undefined],
  ['nothing but nulls', given({})],
  ['a kind without content', given({ filterOn: 'Values' })],
  ['no values', given({ filterOn: 'Values', values: [] })],
  ['a dynamic filter that is unknown', given({ filterOn: 'Dynamic' })],
  ['a kind that is unknown', given({ filterOn: 'Sorcery', criterion1: '1' })],
])('a column is not filtered where Excel gives %s', (_, criteria) => {
  expect(criteriaToApply(criteria)).toBeNull();
});

import { mayMoveFormulas } from '../../../src/local/grid/formula-moves';

const KNOWN = { 0: { 2: { f: '=A1', si: '' } } };

it('a formula, or a reference to a shared one, may come to any cell', () => {
  expect(mayMoveFormulas({ 5: { 1: { f: '=B1' } } }, KNOWN)).toBe(true);
  expect(mayMoveFormulas({ 5: { 1: { si: 'shared' } } }, KNOWN)).toBe(true);
  expect(mayMoveFormulas({ 5: { 1: { f: '=B1' } } }, undefined)).toBe(true);
});

it('one may go only from where one is', () => {
  const gone = { v: 1, f: null, si: null };
  expect(mayMoveFormulas({ 0: { 2: gone } }, KNOWN)).toBe(true);
  expect(mayMoveFormulas({ 0: { 2: null } }, KNOWN)).toBe(true);
  expect(mayMoveFormulas({ 0: { 1: gone, 3: null }, 4: { 2: gone }, 5: null }, KNOWN)).toBe(false);
});

it('values, results and looks move none', () => {
  expect(mayMoveFormulas({ 0: { 2: { v: 7, t: 2 } } }, KNOWN)).toBe(false);
  expect(mayMoveFormulas({ 0: { 2: { s: 'bold' } }, 1: { 0: { v: 'text' } } }, KNOWN)).toBe(false);
  expect(mayMoveFormulas({}, undefined)).toBe(false);
});

import type { JSX } from 'preact';
import { number } from '../phrases';
import { Button } from './button';

interface MoreButtonProps {
  next: number;
  /** What there is more of, in the plural. */
  noun: string;
  onMore(): void;
}

/** Shows the next piece of a long list; nothing at the list's end. */
export function MoreButton({ next, noun, onMore }: MoreButtonProps): JSX.Element | null {
  if (next === 0) {
    return null;
  }
  return (
    <div class="more">
      <Button onClick={onMore}>{`Show ${number(next)} more ${noun}`}</Button>
    </div>
  );
}

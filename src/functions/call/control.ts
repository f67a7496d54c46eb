/**
 * With what the pane asks for an argument, and what it suggests there. A parameter says it of itself, so that nothing has to
 * be guessed from its name or its description.
 */
export type Control =
  | {
      readonly kind: 'client';
      /** `*` stands for all clients. */
      readonly all: boolean;
      /** An amount may be given in the place of the name. */
      readonly amounts: boolean;
    }
  | { readonly kind: 'vendor' | 'segment'; readonly amounts: boolean }
  | {
      readonly kind: 'period';
      /** Those that the parameter takes beside months, quarters and years, such as `ttm`. */
      readonly words: readonly string[];
    }
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: 'currency' | 'number' | 'text' | 'date' };

/** Whether a number that is typed is meant as a number; otherwise it is a text, as in the name of a client. */
export function takesNumbers(control: Control): boolean {
  switch (control.kind) {
    case 'client':
    case 'vendor':
    case 'segment':
      return control.amounts;
    case 'period':
    case 'date':
    case 'number':
      return true;
    case 'choice':
    case 'currency':
    case 'text':
      return false;
  }
}

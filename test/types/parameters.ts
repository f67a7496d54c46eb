/** What must not compile: `npm run types` fails if one of these lines does. Nothing here is run. */
import type { Control } from '../../src/functions/call/control';
import { declare } from '../../src/functions/call/declaration';
import { currency, requiredName, type ElementParameter } from '../../src/functions/call/parameters';

export function parametersSayHowTheyAreAskedFor(): void {
  // @ts-expect-error -- a kind of control that the pane does not have
  ({ kind: 'colour' }) satisfies Control;
  // @ts-expect-error -- a period says which words it takes
  ({ kind: 'period' }) satisfies Control;
  // @ts-expect-error -- a parameter without a control
  ({ takes: 'element', required: true, read: () => 1 }) satisfies ElementParameter<number>;
}

export function figuresKnowWhatTheirParametersAreReadAs(): void {
  declare({
    name: 'F',
    parameters: { client: requiredName('client'), currency },
    figure: (_, values) => {
      const name: string = values.client;
      // @ts-expect-error -- no currency may be given
      const code: string = values.currency;
      // @ts-expect-error -- not a parameter of this function
      return name + code + String(values.vendor);
    },
    show: (figure) => figure,
  });
}

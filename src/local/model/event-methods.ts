/**
 * The register and unregister methods behind `onChanged` and its like.
 */
import type { Method } from '../protocol/model-class';
import type { EventType } from '../protocol/event-registrations';
import type { ModelHost } from './host';

/** Methods for the events of a class; the keys are the names of the protocol without `_Register` and `_Unregister`. */
export function eventMethods<T extends { readonly host: ModelHost }>(
  types: Readonly<Record<string, EventType>>,
  eventTarget: (target: T) => string,
): Record<string, Method<T>> {
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, type]): [string, Method<T>][] => [
      [`_Register${name}`, (target) => target.host.events.register(type, eventTarget(target))],
      [`_Unregister${name}`, (target) => target.host.events.unregister(type, eventTarget(target))],
    ]),
  );
}

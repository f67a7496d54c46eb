/**
 * The register and unregister methods behind `onChanged` and its like.
 */
import type { EventType } from '../protocol/event-registrations';
import type { ClassName, EventName, InternalMethods } from './excel-class';
import type { Targets } from './targets';

/** The methods for the events of a class: each with its name in the protocol, without `_Register` and `_Unregister`, and its type. */
export function eventMethods<N extends ClassName>(
  events: { readonly [K in EventName<N>]?: readonly [registeredAs: string, type: EventType] },
  eventTarget: (target: Targets[N]) => string,
): InternalMethods<Targets[N]> {
  const registered = Object.values(events) as (readonly [string, EventType])[];
  return Object.fromEntries(
    registered.flatMap(([name, type]): [string, (target: Targets[N]) => void][] => [
      [`_Register${name}`, (target) => target.host.events.register(type, eventTarget(target))],
      [`_Unregister${name}`, (target) => target.host.events.unregister(type, eventTarget(target))],
    ]),
  );
}

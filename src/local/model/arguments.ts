/**
 * Reads the arguments that a batch passes to a method or property.
 */
import { HostError } from '../protocol/host-error';
import { isNode } from '../protocol/model-class';

/** A text; InvalidArgument for anything else. */
export function textArgument(value: unknown): string {
  if (typeof value !== 'string') {
    throw new HostError('InvalidArgument');
  }
  return value;
}

/** A whole number. */
export function integerArgument(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new HostError('InvalidArgument');
  }
  return value;
}

/** A number. */
export function numberArgument(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new HostError('InvalidArgument');
  }
  return value;
}

/** True or false. */
export function booleanArgument(value: unknown): boolean {
  if (typeof value !== 'boolean') {
    throw new HostError('InvalidArgument');
  }
  return value;
}

/** One of several words, such as the name of an enum's member. */
export function wordArgument<T extends string>(value: unknown, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    throw new HostError('InvalidArgument', `"${String(value)}" is none of ${words.join(', ')}.`);
  }
  return word;
}

/** An object of the model of a certain class, as its target. */
export function objectArgument<T>(value: unknown, className: string): T {
  if (!isNode(value) || value.type.name !== className) {
    throw new HostError('InvalidArgument');
  }
  return value.target as T;
}

/** Whether an optional argument was left out. */
export function isOmitted(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

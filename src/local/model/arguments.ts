/**
 * Reads the arguments that a batch passes to a method or property.
 */
import { HostError } from '../protocol/host-error';
import { ModelNode } from '../protocol/model-class';
import type { ClassName, ExcelClass, Given } from './excel-class';
import type { Targets } from './targets';

/** A text; InvalidArgument for anything else. */
export function textArgument(value: Given<string>): string {
  if (typeof value !== 'string') {
    throw new HostError('InvalidArgument');
  }
  return value;
}

/** A whole number. */
export function integerArgument(value: Given<number>): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new HostError('InvalidArgument');
  }
  return value;
}

/** A number. */
export function numberArgument(value: Given<number>): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new HostError('InvalidArgument');
  }
  return value;
}

/** True or false. */
export function booleanArgument(value: Given<boolean>): boolean {
  if (typeof value !== 'boolean') {
    throw new HostError('InvalidArgument');
  }
  return value;
}

/** One of several words, such as the name of an enum's member. */
export function wordArgument<W extends string>(value: Given<W>, words: readonly W[]): W {
  const given: unknown = value;
  const word = words.find((candidate) => candidate === given);
  if (word === undefined) {
    throw new HostError('InvalidArgument', `"${String(given)}" is none of ${words.join(', ')}.`);
  }
  return word;
}

/** An object of the model of a certain class, as its target. */
export function objectArgument<N extends ClassName>(value: Given<ExcelClass<N>>, className: N): Targets[N] {
  if (!(value instanceof ModelNode) || value.className !== className) {
    throw new HostError('InvalidArgument');
  }
  return value.target as Targets[N];
}

/** Whether an argument is an object of the model. */
export function isObject(value: unknown): boolean {
  return value instanceof ModelNode;
}

/** Whether an optional argument was left out. */
export function isOmitted(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

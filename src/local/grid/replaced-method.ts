/** A class of Univer's whose method is not for outsiders. */
type Opened = Record<string, (...args: any[]) => any>;

/** Puts another method in the place of Univer's; throws if a later version has none of that name. */
export function replaceMethod(
  prototype: object,
  name: string,
  replacement: (original: (...args: any[]) => any, self: any, args: any[]) => unknown,
): void {
  const methods = prototype as Opened;
  const original = methods[name];
  if (original === undefined) {
    throw new Error(`Univer has no ${name} any more.`);
  }
  methods[name] = function replaced(this: unknown, ...args: any[]): unknown {
    return replacement(original.bind(this), this, args);
  };
}

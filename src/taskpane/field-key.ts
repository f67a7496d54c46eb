import type { ParameterInfo } from './function-catalogue';

/** What a field's text is kept under: fields of one name and one kind share it, whatever function they belong to. */
export function fieldKey({ name, control }: ParameterInfo): string {
  return `${name} ${control.kind}`;
}

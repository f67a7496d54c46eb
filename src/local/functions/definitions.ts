/**
 * `functions.json`: what the page knows about the add-in's functions.
 */

/** One parameter. A matrix parameter always receives rows of cells, a scalar one receives one value. */
export interface ParameterDefinition {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly isMatrix: boolean;
  readonly isOptional: boolean;
  readonly isRepeating: boolean;
}

/** One function: its id in the add-in's script, its name in formulas, and how it wants to be called. */
export interface FunctionDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string | null;
  readonly returnsMatrix: boolean;
  readonly parameters: readonly ParameterDefinition[];
  readonly isCancelable: boolean;
  readonly isStreaming: boolean;
  readonly isVolatile: boolean;
  readonly wantsAddress: boolean;
  readonly takesErrors: boolean;
}

type Json = Record<string, unknown>;

function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter((item): item is Json => typeof item === 'object' && item !== null) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readParameter(json: Json): ParameterDefinition {
  return {
    name: text(json.name),
    description: text(json.description),
    type: text(json.type) || 'any',
    isMatrix: json.dimensionality === 'matrix',
    isOptional: json.optional === true,
    isRepeating: json.repeating === true,
  };
}

function readFunction(json: Json, takesErrors: boolean): FunctionDefinition {
  const options = (json.options ?? {}) as Json;
  const result = (json.result ?? {}) as Json;
  return {
    id: text(json.id),
    name: (text(json.name) || text(json.id)).toUpperCase(),
    description: text(json.description),
    helpUrl: text(json.helpUrl) || null,
    returnsMatrix: result.dimensionality === 'matrix',
    parameters: records(json.parameters).map(readParameter),
    isCancelable: options.cancelable === true,
    isStreaming: options.stream === true,
    isVolatile: options.volatile === true,
    wantsAddress: options.requiresAddress === true,
    takesErrors,
  };
}

/** Reads the text of a `functions.json`; throws if it is none. */
export function readFunctionDefinitions(jsonText: string): FunctionDefinition[] {
  const json = JSON.parse(jsonText) as Json;
  if (!Array.isArray(json.functions)) {
    throw new Error('functions.json has no list "functions".');
  }
  const errorsForAll = json.allowErrorForDataTypeAny === true;
  return records(json.functions)
    .filter((item) => text(item.id) !== '')
    .map((item) => readFunction(item, errorsForAll || item.allowErrorForDataTypeAny === true));
}

import type { Control } from '../../functions/call/control';
import { WATCH } from '../../workbook/formulas/watch-function';
import { declarationOf } from '../../functions/explain/outside-cells';

/** One word of a few, with what it stands for. */
export interface Choice {
  readonly value: string;
  readonly meaning: string;
}

export interface ParameterInfo {
  readonly name: string;
  readonly description: string;
  readonly optional: boolean;
  readonly control: Control;
  readonly choices: readonly Choice[];
}

/** One of our functions: as it is declared, and as Excel's own list of functions describes it. */
export interface FunctionInfo {
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterInfo[];
}

/** What is read of the custom functions' metadata, in which they are described in words. */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly name: string;
    readonly description: string;
    readonly helpUrl?: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly customEnumId?: string;
    }[];
  }[];
  readonly enums?: readonly {
    readonly id: string;
    readonly values: readonly { readonly stringValue?: string; readonly tooltip?: string }[];
  }[];
}

/** Fetches the metadata from where the pane comes from. */
export async function fetchFunctions(url: URL): Promise<readonly FunctionInfo[]> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url.pathname} answered ${response.status}`);
  }
  return readCatalogue((await response.json()) as FunctionsMetadata);
}

/**
 * The functions of the metadata, each parameter as its declaration has it; without that of the watch cells, which nobody types.
 *
 * @throws Error for a function or parameter that is not declared
 */
export function readCatalogue({ functions, enums = [] }: FunctionsMetadata): FunctionInfo[] {
  const choicesOf = (id: string | undefined): Choice[] =>
    (enums.find((candidate) => candidate.id === id)?.values ?? []).map(({ stringValue = '', tooltip = '' }) => ({
      value: stringValue,
      meaning: tooltip,
    }));
  const typed = functions.filter(({ name }) => name !== WATCH);
  return typed.map(({ name, description, helpUrl = '', parameters }) => {
    const declared = declarationOf(name).parameters;
    return {
      name,
      description,
      helpUrl,
      parameters: parameters.map((parameter) => {
        const own = declared[parameter.name];
        if (own === undefined) {
          throw new Error(`${name} declares no parameter "${parameter.name}".`);
        }
        return {
          name: parameter.name,
          description: parameter.description,
          optional: !own.required,
          control: own.control,
          choices: choicesOf(parameter.customEnumId),
        };
      }),
    };
  });
}

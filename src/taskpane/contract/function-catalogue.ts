/** The control with which an argument is given. */
export type Control = 'client' | 'vendor' | 'segment' | 'period' | 'currency' | 'choice' | 'number';

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
  /** A number is written as a number; else it is a text. */
  readonly takesNumbers: boolean;
  readonly choices: readonly Choice[];
}

/** One of our functions, as Excel's own list of functions describes it. */
export interface FunctionInfo {
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterInfo[];
}

/** What the builder reads of the custom functions' metadata, which is the one place where they are described. */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly name: string;
    readonly description: string;
    readonly helpUrl?: string;
    readonly parameters: readonly ParameterMetadata[];
  }[];
  readonly enums?: readonly {
    readonly id: string;
    readonly values: readonly { readonly stringValue?: string; readonly tooltip?: string }[];
  }[];
}

interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
  readonly customEnumId?: string;
}

/** Fetches the metadata from where the pane comes from. */
export async function fetchFunctions(url: URL): Promise<readonly FunctionInfo[]> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url.pathname} answered ${response.status}`);
  }
  return readCatalogue((await response.json()) as FunctionsMetadata);
}

/** The functions of the metadata, each parameter with the control that suits it. */
export function readCatalogue({ functions, enums = [] }: FunctionsMetadata): FunctionInfo[] {
  const choicesOf = (id: string | undefined): Choice[] =>
    (enums.find((candidate) => candidate.id === id)?.values ?? []).map(({ stringValue = '', tooltip = '' }) => ({
      value: stringValue,
      meaning: tooltip,
    }));
  return functions.map(({ name, description, helpUrl = '', parameters }) => ({
    name,
    description,
    helpUrl,
    parameters: parameters.map((parameter) => {
      const control = controlOf(parameter);
      return {
        name: parameter.name,
        description: parameter.description,
        optional: parameter.optional === true,
        control,
        takesNumbers:
          control === 'number' || control === 'period' || /\b(?:amount|number)\b/i.test(parameter.description),
        choices: choicesOf(parameter.customEnumId),
      };
    }),
  }));
}

const CONTROLS: Readonly<Record<string, Control>> = {
  client: 'client',
  investment: 'client',
  vendor: 'vendor',
  benefit: 'segment',
  amount: 'number',
  rate: 'number',
  top: 'number',
};

function controlOf({ name, description, customEnumId }: ParameterMetadata): Control {
  if (customEnumId !== undefined) {
    return 'choice';
  }
  if (description.includes('ISO 4217')) {
    return 'currency';
  }
  return CONTROLS[name] ?? 'period';
}

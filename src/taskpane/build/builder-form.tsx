import type { JSX } from 'preact';
import { takesNumbers } from '../../functions/call/control';
import type { FunctionInfo } from '../contract/function-catalogue';
import type { PaneContext } from '../contract/pane-context';
import type { ActiveCell } from '../contract/services';
import { ArgumentField } from './argument-field';
import { BuiltFormula } from './built-formula';
import { argumentText, seenFrom } from './formula-text';
import { fieldKey } from './held-formula';
import { suggestionsFor } from './suggestions';

interface BuilderFormProps {
  pane: PaneContext;
  /** Where the user is; null before it is known. */
  cell: ActiveCell | null;
  /** Whether the fields are those of the formula in that cell, which they then change. */
  isEdit: boolean;
  info: FunctionInfo;
  typed: Readonly<Record<string, string>>;
  onType(key: string, text: string): void;
}

/** The fields of one function, and what they come to. */
export function BuilderForm({ pane, cell, isEdit, info, typed, onType }: BuilderFormProps): JSX.Element {
  const { style } = pane;
  const args = info.parameters.map((parameter) =>
    argumentText(typed[fieldKey(parameter)] ?? '', takesNumbers(parameter.control), style),
  );
  const missing = info.parameters
    .filter((parameter, index) => !parameter.optional && args[index] === '')
    .map(({ name }) => name);
  return (
    <>
      <div class="arguments-form">
        {info.parameters.map((parameter) => (
          <ArgumentField
            key={parameter.name}
            pane={pane}
            parameter={parameter}
            text={typed[fieldKey(parameter)] ?? ''}
            suggestions={suggestionsFor(parameter, pane.snapshot)}
            onText={(text) => onType(fieldKey(parameter), text)}
          />
        ))}
      </div>
      <BuiltFormula
        pane={pane}
        functionName={info.name}
        args={args}
        missing={missing}
        cell={cell}
        isEdit={isEdit}
        formulaArguments={(sheet) => args.map((argument) => seenFrom(sheet, argument))}
      />
    </>
  );
}

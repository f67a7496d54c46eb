import type { JSX } from 'preact';
import { takesNumbers } from '../../functions/call/control';
import { argumentText, seenFrom } from '../built-formula';
import { fieldKey } from '../field-key';
import type { FunctionInfo } from '../function-catalogue';
import type { PaneContext } from '../pane-context';
import { suggestionsFor } from '../suggestions';
import { useActiveCell } from '../state/use-active-cell';
import { useFormulaStyle } from '../state/use-formula-style';
import { ArgumentField } from './argument-field';
import { BuiltFormula } from './built-formula';

interface BuilderFormProps {
  pane: PaneContext;
  shown: boolean;
  info: FunctionInfo;
  typed: Readonly<Record<string, string>>;
  onType(key: string, text: string): void;
}

/** The fields of one function, and what they come to. */
export function BuilderForm({ pane, shown, info, typed, onType }: BuilderFormProps): JSX.Element {
  const { cell } = useActiveCell(pane.services, shown);
  const style = useFormulaStyle(pane.services);
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
        style={style}
        formulaArguments={(sheet) => args.map((argument) => seenFrom(sheet, argument))}
      />
    </>
  );
}

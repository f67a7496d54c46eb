/**
 * The services beside the workbook that Office.js speaks to: custom functions, the shared runtime, the ribbon.
 */
import { ModelNode } from '../protocol/model-class';
import { readResultList } from '../functions/results';
import { wordArgument } from './arguments';
import type { ServedService } from './excel-class';
import type { ModelHost } from './host';

/** The service to which the custom-functions runtime hands its results. */
export const CUSTOM_FUNCTIONS_SERVICE = 'Microsoft.ExcelServices.CustomFunctions';

/** Feature 2 lets the custom-functions runtime send its results more often. */
const ENABLED_FEATURES = [2];

const CustomFunctions: ServedService = {
  reads: {
    _SetOsfControlContainerReadyForCustomFunctions: ({ host }) => host.functionsReady(),
    _GetEnabledFeatures: () => ENABLED_FEATURES,
    setInvocationArrayResults: ({ host }, results) => host.resolve(readResultList(results)),
  },
};

const AddinInternalService: ServedService = {
  reads: { notifyActionHandlerReady: () => null },
};

const AppRuntimeService: ServedService = {
  reads: {
    setAppRuntimeState: ({ host }, state) => host.pane.setState(wordArgument(state, ['Visible', 'Background'])),
    getAppRuntimeState: ({ host }) => host.pane.state(),
  },
};

/** What `Office.addin.setStartupBehavior` is made of. It is kept in the document and counts from its next opening. */
const AppRuntimePersistenceService: ServedService = {
  reads: { getAppRuntimeStartState: ({ host }) => host.start.state() },
  writes: {
    setAppRuntimeStartState: ({ host }, state) => {
      const start = wordArgument(state, ['Background', 'Inactive']);
      host.change(() => host.start.setState(start));
    },
  },
};

/** The classes of the services. */
export const SERVICES = {
  CustomFunctions,
  AddinInternalService,
  AppRuntimeService,
  AppRuntimePersistenceService,
};

/** All services by the name under which a batch asks for them. */
export function services(host: ModelHost): ReadonlyMap<string, ModelNode> {
  const service = (name: keyof typeof SERVICES): ModelNode => new ModelNode(name, { host });
  return new Map([
    [CUSTOM_FUNCTIONS_SERVICE, service('CustomFunctions')],
    ['Microsoft.InternalService.AddinInternalService', service('AddinInternalService')],
    ['Microsoft.AppRuntime.AppRuntimeService', service('AppRuntimeService')],
    ['Microsoft.AppRuntime.AppRuntimePersistenceService', service('AppRuntimePersistenceService')],
  ]);
}

/**
 * The services beside the workbook that Office.js speaks to: custom functions, the shared runtime, the ribbon.
 */
import { node, type ModelClass, type ModelNode } from '../protocol/model-class';
import { readResultList } from '../functions/results';
import { wordArgument } from './arguments';
import type { ModelHost } from './host';

interface ServiceTarget {
  readonly host: ModelHost;
}

/** Feature 2 lets the custom-functions runtime send its results more often. */
const ENABLED_FEATURES = [2];

const CustomFunctionsClass: ModelClass<ServiceTarget> = {
  name: 'CustomFunctions',
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: ({ host }) => host.functionsReady(),
    _GetEnabledFeatures: () => ENABLED_FEATURES,
    setInvocationArrayResults: ({ host }, [results]) => host.resolve(readResultList(results)),
  },
};

const AddinInternalServiceClass: ModelClass<ServiceTarget> = {
  name: 'AddinInternalService',
  methods: { notifyActionHandlerReady: () => null },
};

const AppRuntimeServiceClass: ModelClass<ServiceTarget> = {
  name: 'AppRuntimeService',
  methods: {
    setAppRuntimeState: ({ host }, [state]) => host.pane.setState(wordArgument(state, ['Visible', 'Background'])),
    getAppRuntimeState: ({ host }) => host.pane.state(),
  },
};

/** What `Office.addin.setStartupBehavior` is made of. It is kept in the document and counts from its next opening. */
const AppRuntimePersistenceServiceClass: ModelClass<ServiceTarget> = {
  name: 'AppRuntimePersistenceService',
  methods: {
    setAppRuntimeStartState: ({ host }, [state]) => {
      const start = wordArgument(state, ['Background', 'Inactive']);
      host.change(() => host.start.setState(start));
    },
    getAppRuntimeStartState: ({ host }) => host.start.state(),
  },
};

/** All services by the name under which a batch asks for them. */
export function services(host: ModelHost): ReadonlyMap<string, ModelNode> {
  const target: ServiceTarget = { host };
  return new Map([
    ['Microsoft.ExcelServices.CustomFunctions', node(CustomFunctionsClass, target)],
    ['Microsoft.InternalService.AddinInternalService', node(AddinInternalServiceClass, target)],
    ['Microsoft.AppRuntime.AppRuntimeService', node(AppRuntimeServiceClass, target)],
    ['Microsoft.AppRuntime.AppRuntimePersistenceService', node(AppRuntimePersistenceServiceClass, target)],
  ]);
}

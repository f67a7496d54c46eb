import { paneFailure } from './office-failure';

/**
 * Does something; whatever goes wrong becomes a failure that the pane can show.
 *
 * @param what "The reference data was not loaded."
 * @param cancel where it has been given, a cancelled action is no failure: the signal's reason goes on as it is
 */
export async function orFailure<T>(what: string, action: () => Promise<T>, cancel?: AbortSignal): Promise<T> {
  try {
    return await action();
  } catch (failure) {
    cancel?.throwIfAborted();
    throw paneFailure(what, failure);
  }
}

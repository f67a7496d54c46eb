/** A test may take this long before it has failed, also on a busy machine; what it waits for usually comes in a second or two. */
jest.setTimeout(90_000);

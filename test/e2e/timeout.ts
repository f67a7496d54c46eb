/** A browser test may take this long before it has failed; what it waits for usually comes in a second or two. */
jest.setTimeout(90_000);

/** Long by nature, but not without end. */
jest.setTimeout(600_000);

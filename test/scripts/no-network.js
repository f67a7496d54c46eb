/** Loaded before a command: no host can be found, as on a machine without a network. */
const dns = require('node:dns');

dns.lookup = (host, ...rest) => {
  rest.at(-1)(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
};

/**
 * Ends with one line if this Node is older than package.json asks for, before newer syntax or a newer option makes it
 * stumble. So the commands of package.json begin with it, and it is written for any Node (lint holds it to ES2017).
 */
const { engines } = require('../package.json');

const needed = engines.node.replace(/[^\d.]/g, '');

function isOlder(version, than) {
  const [major, minor] = version.split('.').map(Number);
  const [neededMajor, neededMinor] = than.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

if (isOlder(process.versions.node, needed)) {
  process.stderr.write(
    `AI Spend needs Node ${needed} or later, and this is Node ${process.versions.node}. Get a newer one from https://nodejs.org\n`,
  );
  process.exit(1);
}

// Tests of the built product: a server process, a browser. Everything else is as in package.json.
const { jest } = require('../../package.json');

module.exports = {
  ...jest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
  // One at a time: what is measured here is what a person sees, and the machine has few cores.
  maxWorkers: 1,
  testTimeout: 120_000,
};

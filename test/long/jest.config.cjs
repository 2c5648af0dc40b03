// The long run, `npm run test:long`: what chance finds only in hours, on the real thing. Everything else is as in package.json.
const { jest } = require('../../package.json');

module.exports = {
  ...jest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/long/**/*.long.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000,
};

// Which room may use which: docs/architecture.md, as rules. Every comment says where the code belongs instead.
// Run by `npm test`; by hand: npx depcruise --config test/gates/rooms.cjs src

/** A room's own folder, and files or folders of other rooms that it may import besides. */
const rooms = {
  core: {
    may: [],
    comment: 'core is pure and stands alone. What needs another room is a flow, or is handed in by one.',
  },
  definitions: {
    may: ['core'],
    comment:
      'A definition is data. Code that acts on it belongs in core, behind a trait that the definition declares.',
  },
  wire: {
    may: ['core'],
    comment: 'wire is only the shape of what travels. Sending belongs in api, answering in server/http.',
  },
  documents: {
    may: ['core'],
    comment: 'A document writer takes plain data and gives bytes. Fetching that data belongs in a flow.',
  },
  workbook: {
    may: ['core'],
    comment: 'An adapter knows cells, not returns. What a cell means belongs in core; what to do about it in flows.',
  },
  api: {
    may: ['wire', 'core'],
    comment: 'api only speaks to the endpoint. Deciding what to send belongs in flows.',
  },
  flows: {
    may: ['core', 'wire', 'definitions', 'documents', 'workbook/[^/]+\\.ts$', 'api/(collection|programme)-api\\.ts$'],
    comment:
      'A flow knows ports, not adapters. Add what is missing to workbook.ts or the ports in api, and to every adapter.',
  },
  taskpane: {
    may: ['flows', 'core', 'wire', 'definitions', 'workbook/[^/]+\\.ts$', 'api/(collection|programme)-api\\.ts$'],
    comment: 'The pane shows and asks; doing belongs in flows. Adapters are chosen in taskpane/main.tsx alone.',
  },
  commands: {
    may: ['flows', 'core'],
    comment: 'A ribbon button calls a flow that the pane hands it. Everything else belongs in that flow.',
  },
  workbench: {
    may: ['taskpane', 'workbook', 'api', 'flows', 'core', 'wire', 'definitions'],
    comment:
      'The workbench stands in for Excel in a browser: it has no business with the server or the command line.',
  },
  server: {
    may: ['core', 'wire', 'definitions', 'documents'],
    comment:
      'The endpoint checks with core and keeps what it is sent. What a sheet looks like is no concern of its own.',
  },
  cli: {
    may: [
      'flows',
      'core',
      'wire',
      'definitions',
      'documents',
      'workbook/[^/]+\\.ts$',
      'workbook/xlsx',
      'api',
      'server/(store|register)',
      'server/(main|settings|server|hand-in)\\.ts$',
    ],
    comment:
      'The command line runs flows on files and starts the server through its main.ts. HTTP belongs in server/http.',
  },
};

/** The one file that puts the pane together, and the parts of it that say so by name. */
const paneMain = '^src/taskpane/main\\.tsx$';

const onlyItsOwn = Object.entries(rooms).map(([room, { may, comment }]) => ({
  name: `room-${room}`,
  comment,
  severity: 'error',
  from: {
    path: `^src/${room}/`,
    // Which adapters the pane runs on is decided in its main, so that rule is another one below.
    ...(room === 'taskpane' ? { pathNot: paneMain } : {}),
  },
  to: { path: '^src/', pathNot: [room, ...may].map((place) => `^src/${place}${/\$$/.test(place) ? '' : '/'}`) },
}));

/** What each room may take from packages; a room not named here is free. */
const packages = [
  {
    name: 'packages-of-core',
    comment: 'core runs anywhere and does nothing outside. A package that touches the world belongs behind a port.',
    severity: 'error',
    from: { path: '^src/core/' },
    to: { path: 'node_modules', pathNot: 'node_modules/(@noble/hashes|typebox)/' },
  },
  {
    name: 'packages-of-data-and-flows',
    comment: 'Definitions, wire and flows are plain: what a package would do belongs in core, or behind a port.',
    severity: 'error',
    from: { path: '^src/(definitions|wire|flows|commands)/' },
    to: { path: 'node_modules', pathNot: 'node_modules/typebox/' },
  },
  {
    name: 'node-in-the-browser',
    comment: 'This room also runs in the pane. What needs Node belongs in server or cli.',
    severity: 'error',
    from: { path: '^src/(core|definitions|wire|documents|workbook|api|flows|taskpane|commands|workbench)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'react-only-in-the-pane',
    comment: 'What is shown belongs in taskpane, or in the page around the grid.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(taskpane|workbench/page)/' },
    to: { path: 'node_modules/(react|react-dom|@fluentui)/' },
  },
  {
    name: 'the-grid-only-behind-the-engine',
    comment: 'The spreadsheet library stands behind workbench/engine/model.ts, so that it can be replaced.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/workbench/(engine|grid|page)/' },
    to: { path: 'node_modules/@univerjs/' },
  },
  {
    name: 'no-development-client-in-the-product',
    comment: "Microsoft's npm copy of office.js is for developing and testing: tests and the demo load it as a file.",
    severity: 'error',
    from: { path: '^src/' },
    to: { path: 'node_modules/@microsoft/office-js/' },
  },
];

module.exports = {
  forbidden: [
    ...onlyItsOwn,
    {
      name: 'room-taskpane-main',
      comment:
        'Even where the pane is put together it knows no server, no command line and not the stand-in for Excel.',
      severity: 'error',
      from: { path: paneMain },
      to: { path: '^src/(server|cli|workbench|documents)/' },
    },
    {
      name: 'excel-and-files-are-strangers',
      comment: 'What both adapters need belongs in core/sheet or beside the port in workbook/.',
      severity: 'error',
      from: { path: '^src/workbook/(excel|xlsx)/' },
      to: { path: '^src/workbook/(excel|xlsx)/', pathNot: '^src/workbook/$1/' },
    },
    {
      name: 'store-never-back-to-http',
      comment: 'The store keeps and finds. What it should answer over HTTP belongs in server/http, which calls it.',
      severity: 'error',
      from: { path: '^src/server/store/' },
      to: { path: '^src/server/', pathNot: '^src/server/(store/|world\\.ts$)' },
    },
    {
      name: 'nobody-imports-workbench',
      comment: 'The workbench uses the product; the product does not know that it exists.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbench/' },
      to: { path: '^src/workbench/' },
    },
    {
      name: 'no-room-without-rules',
      comment: 'A new room needs its line in test/gates/rooms.cjs and in docs/architecture.md.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(rooms).join('|')})/` },
      to: {},
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other hide a third: take out what both need.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'There is no such file or package. A package must stand in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-undeclared',
      comment: 'Put the package into package.json, with its exact version.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-test-code-in-the-product',
      comment: 'What the product needs belongs in src.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    ...packages,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

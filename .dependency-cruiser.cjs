/**
 * Which room may know which: the picture in docs/architecture.md as data. A room may always import
 * from itself; everything else must stand here.
 */
const arrows = {
  core: [],
  db: ['core'],
  'electron/host': ['core', 'db'],
  // The import worker writes through a connection of its own, hence `db`.
  'electron/workers': ['core', 'db', 'electron/host'],
  'electron/page': [],
  'electron/entries': ['core', 'electron/host', 'electron/page'],
  // The menu and dialogs speak before any screen is there, hence the translator, and propose names.
  'electron/main': ['core/contract', 'core/domain/workspace', 'core/i18n', 'electron/page'],
  'electron/preload': ['core/contract'],
  renderer: ['core'],
};

const ours = '^(core|db|electron|renderer|scripts|tests)/';
const startsWith = (rooms) => `^(${rooms.join('|')})/`;

const arrowRules = Object.entries(arrows).map(([room, allowed]) => ({
  name: `${room.replace('/', '-')}-arrows`,
  comment: `${room} may import only from ${[room, ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: startsWith([room]) },
  to: { path: ours, pathNot: startsWith([room, ...allowed]) },
}));

/** Found by following the arrows inside a room. */
const innerRules = [
  {
    name: 'features-do-not-meet',
    comment:
      'A feature knows the shared parts and itself; features meet in the app and by address.',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/(features|app)/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'shared-knows-no-feature',
    severity: 'error',
    from: { path: '^renderer/shared/' },
    to: { path: '^renderer/(features|app)/' },
  },
  {
    name: 'contract-first',
    comment: 'The contract is what all rooms meet in: it rests on nothing of ours.',
    severity: 'error',
    from: { path: '^core/contract/' },
    to: { path: ours, pathNot: '^core/contract/' },
  },
];

const outsideRules = [
  {
    name: 'core-is-pure',
    comment: 'core runs in every process: no Node, no screen, no database.',
    severity: 'error',
    from: { path: '^core/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'core-libraries',
    comment:
      'Libraries in core are pure arithmetic or data. Charts are data for ECharts: types only.',
    severity: 'error',
    from: { path: '^core/' },
    to: {
      path: 'node_modules',
      pathNot: 'node_modules/(zod|@stdlib|ml-matrix|echarts)/',
    },
  },
  {
    name: 'core-draws-nothing',
    severity: 'error',
    from: { path: '^core/' },
    to: { path: 'node_modules/echarts/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'screen-without-node',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'electron-stays-in-its-shell',
    comment: 'The host runs without Electron too: in the browser shell and on the command line.',
    severity: 'error',
    from: { pathNot: '^electron/(main|preload)/' },
    to: { path: '(^|node_modules/)electron($|/electron.d.ts|/index.js)', pathNot: '^electron/' },
  },
  {
    name: 'sqlite-stays-in-db',
    severity: 'error',
    from: { path: '^(core|electron|renderer)/' },
    to: { path: 'node_modules/better-sqlite3/' },
  },
  {
    name: 'shipped-code-needs-shipped-packages',
    comment: 'What runs on Node after packaging must stand under dependencies.',
    severity: 'error',
    from: { path: '^(core|db|electron/(host|workers|entries))/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
  },
  {
    name: 'nothing-needs-tests',
    severity: 'error',
    from: { path: '^(core|db|electron|renderer)/' },
    to: { path: '^(tests|scripts)/' },
  },
  {
    name: 'no-circle',
    comment: 'Types may point back at each other; code that runs may not.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'found',
    comment: 'An import that leads nowhere would also lead past every rule above.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: [...arrowRules, ...innerRules, ...outsideRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(renderer/)?(out|dist)/' },
    // Without it an import of types only would be invisible.
    tsPreCompilationDeps: true,
    parser: 'tsc',
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts'],
    },
  },
};

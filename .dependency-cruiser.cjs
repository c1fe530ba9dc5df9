/**
 * The ladder of ARCHITECTURE.md as a rule: a library imports only lower rungs, through their front door.
 */
const rungs = [
  'errors',
  'config',
  'trace',
  'database',
  'calendar',
  'audit',
  'files',
  'jobs',
  'mail',
  'directory',
  'plan',
  'indicator',
  'cycle',
  'review',
  'report',
  'search',
  'notice',
];

const noUpward = rungs.slice(0, -1).map((name, at) => ({
  name: `ladder-${name}`,
  comment: `libs/${name} imports only lower rungs`,
  severity: 'error',
  from: { path: `^libs/${name}/` },
  to: { path: `^libs/(${rungs.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...noUpward,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'front-door',
      comment: 'another library is entered through its index.ts',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: {
        path: '^libs/',
        pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$', '^libs/calendar/clock/index\\.ts$'],
      },
    },
    {
      name: 'front-door-from-outside',
      severity: 'error',
      from: { path: '^(apps|migrations)/' },
      to: {
        path: '^libs/',
        pathNot: ['^libs/[^/]+/index\\.ts$', '^libs/calendar/clock/index\\.ts$', '\\.json$'],
      },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^(apps|test)/' } },
    {
      name: 'web-only-by-its-client',
      comment: 'the web app talks to the API through the generated client',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps/(api|worker|cli))/', pathNot: 'messages\\.(ja|en)\\.json$' },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules and states import rules, states, types and pure packages only',
      severity: 'error',
      from: { path: '\\.(rules|states)\\.ts$' },
      to: {
        dependencyTypesNot: ['type-only'],
        pathNot: [
          '\\.(rules|states|types|codes)\\.ts$',
          '^libs/(calendar|errors)/index\\.ts$',
          'node_modules/(decimal\\.js|@types)',
        ],
      },
    },
    {
      name: 'bullmq-only-in-jobs',
      severity: 'error',
      from: { pathNot: '^(libs/jobs|test)/' },
      to: { path: 'node_modules/bullmq/' },
    },
    {
      name: 'smtp-only-in-mail',
      severity: 'error',
      from: { pathNot: '^(libs/mail|test)/' },
      to: { path: 'node_modules/(nodemailer|mailparser|smtp-server)/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

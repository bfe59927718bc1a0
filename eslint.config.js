import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The rooms of the house, in the one direction: each may import from itself and from those before it. */
export const ROOMS = [
  'platform',
  'people',
  'territory',
  'definitions',
  'indicators',
  'evaluation',
  'plan',
  'publication',
];
/** What rooms and routes show with: it knows no room. */
const SHOWN_WITH = ['messages', 'ui'];

/** @param {string[]} types */
const element = (...types) => ({ element: { types: { anyOf: types } } });

/** @param {string} type @param {string[]} targets */
const mayImport = (type, targets) => ({ from: element(type), allow: { to: element(type, ...targets) } });

const house = [...ROOMS, ...SHOWN_WITH, 'routes'];

/** Files of the rooms that neither read nor write. */
const PURE = { file: { categories: { anyOf: ['lib'], noneOf: ['server'] } } };

const SERVER_ONLY = ['better-sqlite3', 'kysely', 'lucia', 'nodemailer', 'pg', 'pino', 'rate-limiter-flexible'];

const direction = {
  default: 'disallow',
  message: '{{from.element.type}} may not import from {{to.element.type}}: see the one direction in CONTRIBUTING.md.',
  policies: [
    { allow: { to: { module: { origin: ['external', 'core'] } } } },
    { allow: { to: { file: { categories: 'style' } } } },
    ...ROOMS.map((room, place) => mayImport(room, [...ROOMS.slice(0, place), ...SHOWN_WITH])),
    mayImport('messages', []),
    mayImport('ui', ['messages']),
    mayImport('routes', [...ROOMS, ...SHOWN_WITH]),
    mayImport('wiring', [...house, 'db']),
    mayImport('db', [...house, 'wiring']),
    mayImport('tests', [...house, 'db', 'wiring']),
    // What the ending says a file may touch: reading and writing is for `.server.ts` alone.
    {
      from: PURE,
      disallow: { to: { file: { categories: 'server' } }, dependency: { kind: 'value' } },
      message: 'A file without .server in its name reads and writes nothing: import only types from there.',
    },
    {
      from: PURE,
      disallow: { to: { module: { origin: 'core' } } },
      message: 'A file without .server in its name runs in the browser too: no module of Node.js.',
    },
    {
      from: PURE,
      disallow: { to: { module: { origin: 'external', source: SERVER_ONLY } }, dependency: { kind: 'value' } },
      message: 'A file without .server in its name runs in the browser too: {{to.module.source}} does not.',
    },
  ],
};

/** Words of the house that say nothing about what is in a file. */
const EMPTY_NAMES = '(?:Manager|Helper|Util|Utils|Misc)$';

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'test-results/', 'playwright-report/', 'static/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      // Addresses carry the language and are made on the server; there is no base path.
      'svelte/no-navigation-without-resolve': 'off',
      // {' '} keeps a space that would be lost; an effect is how a component learns that it runs in the browser.
      'svelte/no-useless-mustaches': 'off',
      'svelte/prefer-writable-derived': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error',
    },
  },
  {
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/root-path': import.meta.dirname,
      'boundaries/legacy-templates': false,
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
      'boundaries/elements': [
        ...[...ROOMS, ...SHOWN_WITH].map((type) => ({ type, pattern: `src/lib/${type}` })),
        { type: 'routes', pattern: 'src/routes' },
        { type: 'db', pattern: 'db' },
        { type: 'tests', pattern: 'tests' },
        { type: 'wiring', pattern: 'src' },
      ],
      'boundaries/files': [
        { category: 'style', pattern: 'src/**/*.css' },
        { category: 'server', pattern: 'src/**/*.server.ts' },
        { category: 'lib', pattern: 'src/lib/**/*.{ts,svelte}' },
      ],
    },
    rules: {
      'boundaries/dependencies': ['error', { ...direction, checkInternals: true, checkAllOrigins: true }],
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { args: 'after-used', argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `ClassDeclaration[id.name=/${EMPTY_NAMES}/i]`, message: 'Name what it does.' },
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/lib/messages/**'],
    rules: { 'max-lines': ['error', { max: 250 }] },
  },
  {
    files: ['src/**', 'db/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/**/*.{ts,js,mjs}', 'db/**/*.ts'],
    ignores: ['db/migrations/**', 'db/seeds/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      complexity: ['error', 15],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
);

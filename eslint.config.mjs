// What the compiler does not see. Formatting is prettier's, rooms are dependency-cruiser's (test/gates/rooms.cjs).
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

/** Text becomes markup, or code, in none of these ways: the pane's policy forbids some, good sense the rest. */
const noMarkupFromText = {
  'no-eval': 'error',
  'no-new-func': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  'no-restricted-syntax': [
    'error',
    {
      selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
      message: 'Make elements and set their textContent.',
    },
    { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Write the elements.' },
    {
      selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
      message: 'Make elements and append them.',
    },
  ],
};

/** Rooms in which nothing may be read from outside: the time, chance and the environment are handed in. */
const nothingFromOutside = {
  'no-restricted-globals': [
    'error',
    { name: 'fetch', message: 'Only api/http-collection-api.ts speaks to the endpoint.' },
    { name: 'process', message: 'Only server/main.ts reads the environment.' },
    { name: 'localStorage', message: 'Storage belongs to the api room.' },
    { name: 'sessionStorage', message: 'Storage belongs to the api room.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'The time is handed in.' },
    { object: 'Math', property: 'random', message: 'Ids are handed in.' },
    { object: 'crypto', property: 'randomUUID', message: 'Ids are handed in.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'artefacts/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...noMarkupFromText,
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A port's method is asynchronous for its other adapters too, and fastify's handlers are by habit.
      '@typescript-eslint/require-await': 'off',
      // Our ports are closures written as methods; none of them has a `this`.
      '@typescript-eslint/unbound-method': 'off',
      // `'#key' | string` says which strings have a meaning here.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Whether an assertion is needed differs between the compiler and this rule, and tells nothing to a reader.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // The grid's library hands out numbers where its types say enumeration, and the other way round.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    files: ['src/core/**', 'src/definitions/**', 'src/wire/**', 'src/flows/**', 'src/documents/**'],
    rules: nothingFromOutside,
  },
  {
    files: ['src/workbook/excel/**', 'src/taskpane/**', 'src/commands/**'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      // Three of the plugin's rules do not fit how the adapter is written. What it reads, it reads in a closure that the
      // batch calls after its sync: the client itself refuses what was not loaded, in every scenario. And large sheets
      // are read in blocks, a sync each: a test counts them.
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  { files: ['src/cli/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    // The grid's library types much of what it hands over as `any`; tests look into answers of any shape.
    files: ['src/workbench/engine/**', 'src/workbench/grid/**', 'test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Microsoft's client is an old script without exports: tests run it as one.
    files: ['test/kit/load-client.ts'],
    rules: { 'no-new-func': 'off', '@typescript-eslint/no-implied-eval': 'off' },
  },
);

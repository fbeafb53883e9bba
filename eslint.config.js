// The strict, type-aware rules of typescript-eslint, plus the two limits of the house: files of at most 500 lines
// (tables in api/ and generated code excepted) and no functions that do not fit a screen.
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['**/dist/', '**/build/', '**/generated/', '**/node_modules/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        // The template of new projects has a configuration of its own, below this one.
        tsconfigRootDir: import.meta.dirname,
        projectService: {
          allowDefaultProject: ['*.js', 'scripts/*.mjs'],
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 32,
        },
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['**/*.mjs', '**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.test.ts', '**/*.test-d.ts', 'api/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
)

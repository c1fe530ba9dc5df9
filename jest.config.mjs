const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: {
    '^#calendar/clock$': '<rootDir>/libs/calendar/clock/index.ts',
    '^#([a-z]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

/** Pure rules need nothing; integration and browser suites share one embedded PostgreSQL. */
export default {
  testTimeout: 150_000,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/web/src/**/*.spec.ts'],
    },
    { ...shared, displayName: 'house', testMatch: ['<rootDir>/test/house/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/running/global-setup.mjs',
      globalTeardown: '<rootDir>/test/running/global-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'story',
      testMatch: ['<rootDir>/test/story/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/running/global-setup.mjs',
      globalTeardown: '<rootDir>/test/running/global-teardown.mjs',
    },
  ],
};

// One configuration for what ships (out/) and for what is tested. Core and shells are built for Node: dependencies
// stay outside the bundle, so that native modules load from node_modules. The screens have a configuration of their own.
import { defineConfig } from 'vitest/config';

const node = { outDir: 'out', target: 'node20', minify: false, sourcemap: true, ssr: true } as const;

export default defineConfig({
  environments: {
    ssr: {
      build: {
        ...node,
        rolldownOptions: {
          input: {
            cli: 'core/cli.ts',
            main: 'electron/main.ts',
            browser: 'browser/main.ts',
            'copy-thread': 'core/ledger/copy-thread.ts',
          },
          output: {
            // A thread's file is looked for beside the chunk that starts it.
            entryFileNames: ({ name }) => (name.endsWith('-thread') ? 'chunks/[name].js' : '[name].js'),
            chunkFileNames: 'chunks/[name]-[hash].js',
          },
        },
      },
    },
    // A sandboxed preload is one CommonJS file.
    preload: {
      build: {
        ...node,
        emptyOutDir: false,
        rolldownOptions: {
          input: { preload: 'electron/preload.ts' },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments))
        if (environment.name !== 'client') await builder.build(environment);
    },
  },
  test: {
    reporters: ['default', './build/faults-line.js', './build/closing-line.js'],
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['test/support/properties.ts'],
          include: [
            'core/**/*.test.ts',
            'build/**/*.test.ts',
            'renderer/**/*.test.ts',
            'browser/**/*.test.ts',
            'electron/**/*.test.ts',
            'test/gallery/**/*.test.ts',
          ],
          exclude: ['core/practice/**'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'practice',
          setupFiles: ['test/support/properties.ts'],
          include: ['core/practice/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'integration',
          setupFiles: ['test/support/properties.ts'],
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/build.ts'],
          // Each file mostly waits for its own servers and processes.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/build.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
    ],
  },
});

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fileURLToPath(new URL('./', import.meta.url)) },
      // `server-only` throws outside a React server bundle; units of server modules run in plain Node.
      {
        find: /^server-only$/,
        replacement: fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts', '.ci/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One less than there are cores is one on a machine with two, and many tests wait.
    maxWorkers: 3,
  },
})

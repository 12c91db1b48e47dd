import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    globalSetup: ["db/test-server.ts"],
    // Most tests wait for a database, a browser or a process of their own, so more of them than cores go side by side.
    maxWorkers: 4,
    // Of the tests that stand side by side in one file.
    maxConcurrency: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // Without I/O there is nothing to keep apart: loading the modules once takes half of the time.
      { extends: true, test: { name: "core", include: ["core/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: { name: "house", include: ["*.test.ts", "{bot,jobs,db}/**/*.test.ts"], isolate: false },
      },
    ],
  },
})

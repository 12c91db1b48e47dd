import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["*.test.ts", "{bot,core,jobs,db}/**/*.test.ts"],
    globalSetup: ["db/test-server.ts"],
    // Most tests wait for a database, a browser or a process of their own, so more of them than cores go side by side.
    maxWorkers: 4,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

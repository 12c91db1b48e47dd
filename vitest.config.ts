import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["*.test.ts", "{bot,core,jobs,db}/**/*.test.ts"],
    globalSetup: ["db/test-server.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

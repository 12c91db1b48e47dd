import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"

const violations = [
  ["core/a.ts", 'import { sql } from "kysely"'],
  ["core/b.ts", 'import { readFile } from "node:fs/promises"'],
  ["core/c.ts", 'import { migrate } from "../db/migrate.ts"'],
  ["core/tally/d.ts", 'import type { Jobs } from "../../jobs/start.ts"'],
  ["core/tally/e.ts", 'export { readSettings } from "../../bot/settings.ts"'],
  ["core/command/e.ts", 'import type { Turn } from "../conversation/turn.ts"'],
  ["core/command/e2.ts", 'import { migrate } from "../../db/migrate.ts"'],
  ["db/f.ts", 'import { startJobs } from "../jobs/start.ts"'],
  ["db/g.ts", 'import { readSettings } from "../bot/settings.ts"'],
  ["jobs/h.ts", 'import { migrate } from "../db/migrate.ts"'],
  ["jobs/i.ts", 'import { readSettings } from "../bot/settings.ts"'],
  ["bot/web/j.ts", 'import { migrate } from "../../db/migrate.ts"'],
  ["bot/file/k.ts", 'import { roundPorts } from "../house/tally.ts"'],
  ["bot/http/k.ts", 'import { startJobs } from "../../jobs/start.ts"'],
  ["bot/telegram/l.ts", 'import { readUpdate } from "../zalo/update.ts"'],
  ["bot/zalo/m.ts", 'import { readUpdate } from "../telegram/update.ts"'],
] as const

const allowed = [
  ["core/n.ts", 'import type { Channel } from "./channel.ts"'],
  ["core/conversation/n.ts", 'import { readCommand } from "../command/command.ts"'],
  ["core/o.ts", 'import { z } from "zod"'],
  ["bot/main.ts", 'import type { Store } from "../db/open.ts"'],
  ["bot/house/p.ts", 'import type { Store } from "../../db/open.ts"'],
  ["db/q.ts", 'import type { Outbox } from "../core/outbox.ts"'],
] as const

/** The files in which the check finds a forbidden import, when each of them says nothing but its line. */
function forbiddenImports(files: readonly (readonly [path: string, code: string])[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "arrows-"))
  try {
    cpSync(join(import.meta.dirname, "biome.json"), join(folder, "biome.json"))
    for (const [path, code] of files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), `${code}\n`)
    }
    const biome = join(import.meta.dirname, "node_modules/.bin/biome")
    const options = [
      "lint",
      "--vcs-enabled=false",
      "--only=style/noRestrictedImports",
      "--reporter=json",
      ".",
    ]
    const { stdout } = spawnSync(biome, options, { cwd: folder, encoding: "utf8" })
    const report = JSON.parse(stdout) as { diagnostics: { location: { path: string } }[] }
    return report.diagnostics.map(({ location }) => location.path).sort()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test("the check finds every import against the arrows, and only those", () => {
  expect(forbiddenImports([...violations, ...allowed])).toEqual(violations.map(([path]) => path).sort())
})

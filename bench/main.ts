import { spawnSync } from "node:child_process"
import { cpus, totalmem } from "node:os"

// Every benchmark, one after the other, each in a process of its own: `npm run bench`, or `npm run bench -- tally start`.

const PARTS = ["conversations", "start", "picture", "import", "tally", "similar", "broadcast"] as const

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !PARTS.some((known) => known === part))
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(", ")}. Benchmarks: ${PARTS.join(", ")}.\n`)
  process.exit(1)
}
const memory = Math.round(totalmem() / 1024 ** 3)
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model}, ${memory} GB, Node ${process.version}\n`)
for (const part of PARTS) {
  if (asked.length > 0 && !asked.includes(part)) continue
  process.stdout.write(`\n## ${part}\n\n`)
  const { status } = spawnSync(process.execPath, [new URL(`${part}.ts`, import.meta.url).pathname], {
    stdio: "inherit",
  })
  if (status !== 0) process.exit(status ?? 1)
}

import { parseArgs } from "node:util"
import { wordsOf } from "../../core/error.ts"
import { play } from "./scenario.ts"
import { LONG } from "./scenarios.ts"
import { openCluster, openRedis } from "./site.ts"
import { table } from "./table.ts"
import type { Verdict } from "./verdict.ts"

// The long form: `npm run test:chaos`, or `npm run test:chaos -- --only webhook --backend Redis --seed 7`.
const { values } = parseArgs({
  options: { only: { type: "string" }, backend: { type: "string" }, seed: { type: "string" } },
})

const verdicts: Verdict[] = []
const failures: string[] = []
await using undo = new AsyncDisposableStack()
const cluster = await openCluster()
undo.defer(cluster.close)
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // Servers die with this process; a database and a Redis would live on.
  process.once(signal, () => void undo.disposeAsync().finally(() => process.exit(1)))
}
const redis = await openRedis()
undo.defer(async () => await redis?.close())

for (const backend of ["PostgreSQL", "Redis"] as const) {
  if (values.backend !== undefined && values.backend !== backend) continue
  if (backend === "Redis" && redis === undefined) {
    console.info("The Redis half was left out: there is no redis-server on PATH.")
    continue
  }
  for (const given of LONG) {
    if (values.only !== undefined && !given.name.includes(values.only)) continue
    if (backend === "PostgreSQL" && given.needsRedis === true) continue
    const scenario = values.seed === undefined ? given : { ...given, seed: Number(values.seed) }
    console.info(`${scenario.name} on ${backend}, seed ${scenario.seed} …`)
    try {
      const databaseUrl = await cluster.fresh()
      if (backend === "Redis") await redis?.empty()
      const verdict = await play(scenario, {
        databaseUrl,
        cluster,
        redis: backend === "Redis" ? redis : undefined,
      })
      verdicts.push(verdict)
      console.info(JSON.stringify(verdict))
      if (verdict.lost + verdict.twice > 0) failures.push(`${scenario.name}: lost or twice`)
      failures.push(...verdict.wrong.map((words) => `${scenario.name} on ${backend}: ${words}`))
    } catch (error) {
      failures.push(`${scenario.name} on ${backend}: ${wordsOf(error)}`)
      if (error instanceof Error && error.cause !== undefined) console.error(error.cause)
    }
  }
}

console.info(`\n${table(verdicts)}\n`)
for (const failure of failures) console.error(`✗ ${failure}`)
process.exitCode = failures.length === 0 ? 0 : 1

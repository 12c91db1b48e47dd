import { afterAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../db/testing.ts"
import type { Ground, Scenario } from "./plan.ts"
import { play } from "./scenario.ts"
import { SHORT } from "./scenarios.ts"
import { openCluster, openRedis } from "./site.ts"
import { table } from "./table.ts"
import type { Verdict } from "./verdict.ts"

// Real processes, really killed. The long form is `npm run test:chaos`.

const STORY_MS = 150_000
const verdicts: Verdict[] = []
const redis = await openRedis()

afterAll(async () => {
  await redis?.close()
  console.info(table(verdicts))
})

async function expectNothingLost(scenario: Scenario, ground: Ground): Promise<void> {
  const verdict = await play(scenario, ground)
  verdicts.push(verdict)
  expect(verdict).toMatchObject({
    lost: 0,
    twice: 0,
    wrong: [],
    registrations: scenario.people * 2,
    kills: scenario.blows.filter((blow) => blow === "kill").length,
  })
}

describe.concurrent("forty people register while", () => {
  test("the only server is killed again and again", { timeout: STORY_MS }, async () => {
    await using fresh = await freshDatabase()
    await expectNothingLost(SHORT.polling, { databaseUrl: fresh.url })
  })

  test("two bots and two workers are killed one by one", { timeout: STORY_MS }, async () => {
    await using fresh = await freshDatabase()
    await expectNothingLost(SHORT.webhooks, { databaseUrl: fresh.url, redis })
  })

  test("the platforms answer nonsense and PostgreSQL crashes", { timeout: STORY_MS }, async () => {
    await using undo = new AsyncDisposableStack()
    const cluster = await openCluster()
    undo.defer(cluster.close)
    await expectNothingLost(SHORT.outages, { databaseUrl: await cluster.fresh(), cluster })
  })
})

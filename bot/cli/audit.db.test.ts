import { readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { operatorStore } from "../../db/operator-store.ts"
import { audit } from "../../db/people/audit.ts"
import { testFolder } from "../../db/test-folder.ts"
import { freshDatabase } from "../../db/testing.ts"
import { cliOn, SAMPLES } from "./testing.ts"

test("what the operator's tool does is logged, exported for an inspection, and looked at by doctor", async () => {
  await using fresh = await freshDatabase()
  const folder = await testFolder("audit")
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const cli = cliOn(operatorStore(fresh.db, "Asia/Ho_Chi_Minh"), {
    audit: async () => audit(fresh.db),
    operator: "=an",
  })
  expect(await cli("units", "import", join(SAMPLES, "units.csv"))).toMatchObject({ exit: 0 })
  expect(await cli("units", "list")).toMatchObject({ exit: 0 })
  const file = join(folder, "log.csv")
  const told = await cli("audit", "export", file, "--json")
  expect(JSON.parse(told.out[0] ?? "")).toMatchObject({ file, entries: 1, broken: null })
  const lines = (await readFile(file, "utf8")).trimEnd().split("\r\n")
  expect(lines[0]).toBe("\uFEFFid,at,person,person_id,unit,action,subject,channel,hash")
  expect(lines[1]).toMatch(
    /^1,2026-11-22 10:00:00,,,,units import,"\{""operator"": ""=an""\}",cli,[0-9a-f]{64}$/,
  )
  expect(lines).toHaveLength(2)

  const written = async () =>
    Number((await fresh.pool.query("select count(*) from officer_action")).rows[0].count)
  expect(await cli("campaign", "apply", join(SAMPLES, "campaign.yaml"))).toMatchObject({ exit: 0 })
  const before = await written()
  expect(await cli("tally", "--json")).toMatchObject({ exit: 0 })
  expect(await written()).toBe(before)
  for (const how of [[`--file=${join(folder, "tally.csv")}`], ["--post"]])
    expect(await cli("tally", ...how)).toMatchObject({ exit: 0 })
  expect(await written()).toBe(before + 2)

  const found = async () => (await cli("doctor")).out.find((line) => line.includes("log of actions"))
  expect(await found()).toMatch(/^ok +log of actions: 5 entries, none altered/)
  await fresh.pool.query(`alter table officer_action disable trigger user;
    update officer_action set action = 'nothing' where id = 1`)
  expect(await found()).toMatch(/^WRONG log of actions: entry 1 is not what was written/)
})

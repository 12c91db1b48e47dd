import { test } from "vitest"
import pg from "pg"
import { openStage } from "./stage.ts"
test.each([["web","polling"],["telegram","webhook"],["telegram","polling"],["zalo","polling"]] as const)("%s %s", async (kind, receives) => {
  const emit = pg.Client.prototype.emit
  await using stage = await openStage(kind, { known: ["An"], receives })
  const { rows } = await stage.fresh.pool.query("select application_name, state, left(query, 70) as query, count(*) from pg_stat_activity where datname = current_database() group by 1,2,3")
  console.log(kind, receives, rows)
  for (let n = 0; n < 6; n++) { await stage.cutDatabase(); await stage.mendDatabase() 
    await stage.transcript(`
     [riêng An]
     > An: của tôi
     < …`)
  }
})

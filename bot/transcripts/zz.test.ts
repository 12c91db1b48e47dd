import { test } from "vitest"
import { openStage } from "/work/main/bot/transcripts/stage.ts"
test.each(["telegram","web"] as const)("%s", async (kind) => {
  const t0 = performance.now()
  const lap = (what: string) => console.log(kind, what, Math.round(performance.now()-t0))
  const stage = await openStage(kind, { dark: true })
  lap("dark")
  await stage.up(); lap("up")
  await stage.transcript(`
   [riêng An]
   > An: trợ giúp
   < …`)
  lap("played")
  await stage.down(); lap("down")
  await stage.up(); lap("up")
  await stage.down(); lap("down at once")
  await stage[Symbol.asyncDispose](); lap("end")
})

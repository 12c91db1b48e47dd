// Drawing the weekly picture of a province with eighteen upper unions. `node bench/picture.ts`
import { readFileSync } from "node:fs"
import { createWording } from "../core/messages/wording.ts"
import { aCampaign, aReading, aSeries, EIGHTEEN, ZONE } from "../core/tally/testing.ts"
import { quantiles, table } from "./table.ts"

const RUNS = 20

const began = performance.now()
const { tallyPicture } = await import("../bot/picture/draw.ts")
const campaign = aCampaign()
const reading = aReading("2022-04-22T16:00:00+07:00", EIGHTEEN)
const series = aSeries("2021-09-01", "2022-04-22T16:00:00+07:00", 3801)
const source = readFileSync(new URL("../core/messages/vi.ftl", import.meta.url), "utf8")
const words = { say: createWording(source, "vi").say, zone: ZONE }
const { png } = await tallyPicture(reading, campaign, words, series)
const first = performance.now() - began
const took: number[] = []
for (let run = 0; run < RUNS; run++) {
  const start = performance.now()
  await tallyPicture(reading, campaign, words, series)
  took.push(performance.now() - start)
}
const { p50, p95 } = quantiles(took)
process.stdout.write(
  `${table([{ runs: RUNS, "first, libraries included, ms": Math.round(first), "p50 ms": p50, "p95 ms": p95, KB: Math.round(png.length / 1024) }])}\n`,
)
process.exit(0)

import { pino } from "pino"
import { startHouse } from "../../bot/main.ts"
import { readSettings } from "../../bot/settings.ts"
import { ready } from "./report.ts"

// The whole house, as `npm start` runs it, but for the pace: the double has no limits.
const NO_PACE = { perChatPerSecond: Number.POSITIVE_INFINITY, perBotPerSecond: Number.POSITIVE_INFINITY }
const log = pino({ level: "warn" }, pino.destination(2))
const house = await startHouse(readSettings(process.env), { log, now: Date.now, pace: NO_PACE })
process.on("SIGTERM", async () => {
  await house.stop()
  process.exit(0)
})
ready(house.address)

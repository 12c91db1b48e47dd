import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { benchConversations } from "./conversations.ts"
import { table } from "./table.ts"

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1,50,200,1000" },
    seconds: { type: "string", default: "6" },
    bot: { type: "string" },
  },
})
const rows = await benchConversations({
  people: values.people.split(",").map(Number),
  seconds: Number(values.seconds),
  redisUrl: process.env["REDIS_URL"],
  only: values.bot,
})
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}\n\n${table(rows)}\n`)

// The operator's import of 100,000 rows from a CSV file, and the same file again. `node bench/import.ts [rows]`
import { rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { cliOn, SAMPLES } from "../bot/cli/testing.ts"
import { migrate } from "../db/migrate.ts"
import { operatorStore } from "../db/operator-store.ts"
import { openDatabase, openPool } from "../db/server/connection.ts"
import { startEmbedded } from "../db/server/embedded.ts"
import { testFolder } from "../db/test-folder.ts"
import { round, table } from "./table.ts"

const rows = Number(process.argv[2] ?? 100_000)
const folder = await testFolder("bench")
const server = await startEmbedded(folder)
const db = openDatabase(openPool(server.url))
await migrate(db)
const cli = cliOn(operatorStore(db, "Asia/Ho_Chi_Minh"))
const file = join(folder, "initiatives.csv")
const line = (n: number) =>
  `B-${n},KCN-${String((n % 20) + 1).padStart(2, "0")},Cải tiến đồ gá số ${n} của tổ ${n % 97},Người ${n},kỹ thuật,${(n % 90) + 10} triệu/năm,2022-03-${String((n % 28) + 1).padStart(2, "0")}T08:00:00+07:00`
await writeFile(
  file,
  [
    "id,unit,title,author,sector,benefit,registered_at",
    ...Array.from({ length: rows }, (_, n) => line(n)),
  ].join("\n"),
)
await told("campaign", "apply", join(SAMPLES, "campaign.yaml"))
await told("units", "import", join(SAMPLES, "units.csv"))
const first = await told("initiatives", "import", file)
const again = await told("initiatives", "import", file)
await db.destroy()
await server.close()
await rm(folder, { recursive: true, force: true })
process.stdout.write(`${table([first, again].map(({ says, seconds }) => ({ says, seconds })))}\n`)
process.exit(0)

async function told(...words: string[]): Promise<{ says: string; seconds: number }> {
  const began = performance.now()
  const { exit, out, err } = await cli(...words)
  if (exit !== 0) throw new Error([...out, ...err].slice(0, 5).join("\n"))
  return {
    says: out.find((line) => line.includes(" new, ")) ?? "",
    seconds: round((performance.now() - began) / 1000, 1),
  }
}

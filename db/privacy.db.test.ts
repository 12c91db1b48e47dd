import { readFileSync } from "node:fs"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { freshDatabase } from "./testing.ts"

const page = readFileSync(new URL("../docs/privacy.md", import.meta.url), "utf8")
const rowsBelow = (heading: string) =>
  (page.split(`## ${heading}\n`)[1] ?? "")
    .split("\n## ")[0]
    ?.split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ) ?? []

const personal = rowsBelow("Personal columns")
const others = rowsBelow("Other columns").flatMap(([table, columns]) =>
  (columns ?? "").split(", ").map((column) => `${table}.${column}`),
)

test("docs/privacy.md tells of every column in the database whether it is personal, and of no other", async () => {
  await using fresh = await freshDatabase()
  const { rows } = await sql<{ name: string }>`
    select relname || '.' || attname as name from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
      and relname not like 'kysely%'`.execute(fresh.db)
  const told = [...personal.map(([name]) => name ?? ""), ...others].toSorted()
  expect(told).toEqual(rows.map(({ name }) => name).toSorted())
  expect(told.filter((name, place) => told.indexOf(name) !== place)).toEqual([])
})

test("of a personal column are told purpose, retention and what an erasure does", () => {
  expect(personal.length).toBeGreaterThan(40)
  expect(personal.filter((cells) => cells.length !== 5 || cells.some((cell) => cell === ""))).toEqual([])
})

test("whatever refers to a person or an account is among the personal columns", async () => {
  await using fresh = await freshDatabase()
  const { rows } = await sql<{ name: string }>`
    select conrelid::regclass::text || '.' || attname as name
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and confrelid = 'person'::regclass
    union
    select table_name || '.' || column_name from information_schema.columns
    where table_schema = 'public' and (column_name in ('account_id', 'person_id', 'chat_id', 'original_text', 'raw')
      or column_name like '%\\_name' and table_name not like 'unit%')
      and table_name in (select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')`.execute(
    fresh.db,
  )
  const names = personal.map(([name]) => name ?? "")
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([])
})

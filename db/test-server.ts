import { rm } from "node:fs/promises"
import { runMigrations } from "bullmq"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { migrate } from "./migrate.ts"
import { openDatabase, openPool } from "./server/connection.ts"
import { startEmbedded } from "./server/embedded.ts"
import { testFolder } from "./test-folder.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a server whose database `template_ready` has the whole schema and nothing else. */
    readonly testServerUrl: string
  }
}

/** One PostgreSQL for the whole test run; each test takes a copy of a migrated template (about 20 ms). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await testFolder("test")
  // Nothing here outlives the run, so nothing needs to reach the disk.
  const server = await startEmbedded(dataDir, {
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "400" },
  })
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query("create database template_ready")
  const template = openDatabase(openPool(withDatabase(server.url, "template_ready")))
  await migrate(template)
  await template.destroy()
  await queueSchema(withDatabase(server.url, "template_ready"))
  await admin.end()
  project.provide("testServerUrl", server.url)
  return async () => {
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** BullMQ's own tables: making them takes a process longer than all the rest of its start. */
async function queueSchema(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await runMigrations(client, "bullmq")
  await client.end()
}

function withDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

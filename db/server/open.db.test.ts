import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { freshDatabase } from "../testing.ts"
import { DatabaseUnreachable, openStore } from "./open.ts"

const EXAMPLE = /\. Example: (DATABASE_URL|DATABASE_OWNER_URL)=postgres:\/\/\S+$/

test("an address that cannot be used is told with its setting, the reason and an example", async () => {
  await using fresh = await freshDatabase()
  const open = async (databaseUrl: string, databaseOwnerUrl?: string) => {
    const store = openStore({ databaseUrl, databaseOwnerUrl, dataDir: "" })
    return await store.then(
      async ({ close }) => await close(),
      (error: Error) => error.message,
    )
  }
  const changed = (change: (address: URL) => void) => {
    const address = new URL(fresh.url)
    change(address)
    return address.href
  }
  const gone = changed((address) => {
    address.pathname = `/${randomUUID()}`
  })
  const sealed = changed((address) => address.searchParams.set("ssl", "true"))
  expect(await open(gone)).toMatch(/^DATABASE_URL leads .*does not exist/)
  expect(await open(sealed)).toMatch(/^DATABASE_URL leads .*SSL/)
  expect(await open(fresh.url, gone)).toMatch(/^DATABASE_OWNER_URL leads .*does not exist/)
  expect(await open(gone, fresh.url)).toMatch(/^DATABASE_URL leads .*does not exist/)
  for (const said of [await open(gone), await open(sealed), await open(fresh.url, gone)])
    expect(said).toMatch(EXAMPLE)
})

test("a role that may make no tables is told to own the database", async () => {
  await using fresh = await freshDatabase()
  const role = `guest_${randomUUID().replaceAll("-", "")}`
  await fresh.pool.query(`create role ${role} login password 'guest'`)
  try {
    const address = new URL(fresh.url)
    address.username = role
    address.password = "guest"
    await expect(openStore({ databaseUrl: address.href, dataDir: "" })).rejects.toThrow(
      /^DATABASE_URL leads .*permission denied .*own the database\. Example: DATABASE_URL=\S+$/,
    )
  } finally {
    await fresh.pool.query(`drop role ${role}`)
  }
})

test("a certificate that nobody vouches for is told with what vouches for it", () => {
  // What Node says of PostgreSQL's own self-signed certificate (24.21).
  const said =
    "self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca"
  const error = Object.assign(new Error(said), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" })
  expect(new DatabaseUnreachable("DATABASE_URL", error).message).toBe(
    "DATABASE_URL leads to no database we can use: its certificate is not trusted (self-signed certificate); name the file of who issued it, with sslrootcert=/path/ca.crt behind the address. Example: DATABASE_URL=postgres://user:password@localhost:5432/sangkien",
  )
})

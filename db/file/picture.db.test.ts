import { expect, test } from "vitest"
import { freshDatabase } from "../testing.ts"
import { findPicture, putPicture } from "./picture.ts"

const NOW = Date.parse("2022-04-22T16:00:00+07:00")

test("a picture is found by its key byte for byte until it expires, and then it is gone", async () => {
  await using fresh = await freshDatabase()
  const png = Uint8Array.from({ length: 256 }, (_, index) => index)
  const first = { key: "first-key-0123456789ab", png, alt: "Biểu đồ", expiresAt: NOW + 1000 }
  await putPicture(fresh.db, first, NOW)
  const found = await findPicture(fresh.db, first.key, NOW)
  expect({ ...found, png: new Uint8Array(found?.png ?? []) }).toEqual(first)
  expect(await findPicture(fresh.db, first.key, NOW + 1000)).toBeUndefined()
  expect(await findPicture(fresh.db, "another-key", NOW)).toBeUndefined()
  await putPicture(fresh.db, { ...first, key: "second-key-0123456789a", expiresAt: NOW + 5000 }, NOW + 1000)
  expect(await fresh.db.selectFrom("picture").select("key").execute()).toEqual([
    { key: "second-key-0123456789a" },
  ])
})

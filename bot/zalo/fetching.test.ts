import { expect, onTestFinished, test } from "vitest"
import { FileTooLarge } from "../../core/channel.ts"
import { createZaloDouble } from "./double.ts"
import { createFetching } from "./fetching.ts"
import { recordingLog } from "./testing.ts"

test("a picture comes from where the platform is, up to the size that is taken", async () => {
  const double = await createZaloDouble()
  onTestFinished(double.close)
  const fetchFile = createFetching(double.apiRoot, recordingLog())
  const ref = double.holds(Buffer.alloc(1_000, "a"))
  expect((await fetchFile(ref, 1_000)).byteLength).toBe(1_000)
  await expect(fetchFile(ref, 999)).rejects.toBeInstanceOf(FileTooLarge)
  await expect(fetchFile(`${ref}?gone`, 1_000)).rejects.toThrow("Zalo answered 404 to the file")
})

test.each([
  "http://127.0.0.1:5432/",
  "https://169.254.169.254/latest/meta-data",
  "http://f20-zpc.zdn.vn/1.jpg",
  "https://zdn.vn.example.org/1.jpg",
  "https://f20-zpc.zdn.vn:8443/1.jpg",
  "https://zdn.vn@example.org/1.jpg",
  "file:///etc/passwd",
  "no address",
])("the address %j is not asked", async (ref) => {
  const log = recordingLog()
  const fetchFile = createFetching("https://bot-api.zaloplatforms.com", log)
  await expect(fetchFile(ref, 1_000)).rejects.toThrow("the address is none of Zalo's")
  expect(log.lines).toHaveLength(1)
})

import { expect, test } from "vitest"
import type { Incoming } from "../../core/channel.ts"
import { MOST_FILE_BYTES } from "../../core/file/file.ts"
import { aWebChannel, aWebServer, intakeOf } from "./testing.ts"

test("a file comes with its name and words, and its bytes are there to be fetched", async () => {
  const channel = aWebChannel()
  const heard: Incoming[] = []
  await channel.start(
    intakeOf(async (incoming) => {
      heard.push(incoming)
      return {}
    }),
  )
  const app = aWebServer(channel)
  const send = async (query: string, payload: Buffer, type = "application/octet-stream") =>
    await app.inject({
      method: "POST",
      url: `/api/chat/uploads?person=an&room=private-an${query}`,
      headers: { "content-type": type, host: "localhost" },
      payload,
    })
  const album = "8f14e45f-ceea-467f-a0e6-2a1d5b1c7a11"
  expect((await send(`&name=ds.xlsx&text=SK-000001&album=${album}`, Buffer.from("bytes"))).statusCode).toBe(
    202,
  )
  expect(heard).toMatchObject([
    {
      file: { kind: "document", name: "ds.xlsx", bytes: 5, album },
      content: { kind: "text", text: "SK-000001" },
    },
  ])
  expect((await send("&name=a.jpg&album=1", Buffer.from("x"))).statusCode).toBe(400)
  const ref = heard[0]?.file?.ref ?? ""
  expect(Buffer.from((await channel.fetchFile?.(ref, 5)) ?? []).toString()).toBe("bytes")
  await expect(channel.fetchFile?.(ref, 4)).rejects.toThrow("too large")
  const tooLarge = await send("&name=a.jpg", Buffer.alloc(MOST_FILE_BYTES + 1))
  expect([tooLarge.statusCode, tooLarge.body]).toEqual([413, "Nội dung dài quá 5 MB."])
  expect((await send("", Buffer.from("x"))).statusCode).toBe(400)
  expect((await send("&name=a.jpg", Buffer.alloc(0))).statusCode).toBe(400)
  expect((await send("&name=a.jpg", Buffer.from("x"), "text/plain")).statusCode).toBe(415)
  expect(heard).toHaveLength(1)
  await app.close()
})

import { randomUUID } from "node:crypto"
import { describe, expect, test } from "vitest"
import { openStage } from "./stage.ts"

const NEWCOMER = `
  [Nhóm TNG]
  > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 120tr/năm
  < Em là Trợ lý Sáng kiến …
  > An bấm: Đồng ý
  < ✅ SK-000001 · Cải tiến cữ gá may túi hộp
    Làm lợi: 120.000.000 đ/năm · …
  [riêng An]
  > An: của tôi
  < Anh/chị có 1 sáng kiến: …
`

describe.concurrent("by webhook", () => {
  test.each(["telegram", "zalo"] as const)("T1 at %s, and an update that is repeated", async (venue) => {
    await using stage = await openStage(venue, { receives: "webhook" })
    await stage.transcript(NEWCOMER)
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: Tấm chắn bụi cho máy cắt vải
      < ✅ SK-000002…
    `)
    await stage.venue.redelivers()
    await stage.transcript("(im lặng)")
    expect(await stage.count("initiative")).toBe(2)
    // A restart registers the same address and loses nothing.
    await stage.down()
    await stage.up()
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: Giá đỡ phễu phụ gia
      < ✅ SK-000003…
    `)
  })
})

describe.concurrent("nothing can be stored for a while", () => {
  test("telegram repeats what the webhook answered with 503, and it has one effect", async () => {
    await using stage = await openStage("telegram", { receives: "webhook", known: ["An"] })
    const { double, group, person, taken, handed } = stage.venue
    await double.waitForCalls("setWebhook", 1)
    await stage.breakStore()
    const said = { chat: group("riêng An"), from: person("An"), text: "đăng ký: Cải tiến cữ gá may túi hộp" }
    const { updateId } = double.says(said)
    expect(await handed(1)).toBe(503)
    await stage.mendStore()
    await taken(updateId)
    await stage.transcript(`
      [riêng An]
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp…
      > An: của tôi
      < Anh/chị có 1 sáng kiến: …
    `)
  })

  test.each(["telegram", "zalo"] as const)(
    "%s: what is said meanwhile comes by long poll later, once",
    async (venue) => {
      await using stage = await openStage(venue, { known: ["An"] })
      await stage.transcript(`
      [riêng An]
      > An: của tôi
      < Anh/chị chưa có sáng kiến nào. …
    `)
      await stage.breakStore()
      const taken = stage.venue.writes("riêng An", "An", "đăng ký: Cải tiến cữ gá may túi hộp")
      await stage.mendStore()
      await taken
      await stage.transcript(`
      [riêng An]
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp…
      > An: của tôi
      < Anh/chị có 1 sáng kiến: …
    `)
    },
  )

  test("zalo delivers again what the webhook answered with 503, and it has one effect", async () => {
    await using stage = await openStage("zalo", { receives: "webhook", known: ["An"] })
    const { double } = stage.venue
    await stage.breakStore()
    const id = double.says({ from: "An", text: "đăng ký: Cải tiến cữ gá may túi hộp" })
    expect(await double.waitForDelivery(id)).toBe(503)
    await stage.mendStore()
    double.redeliver(id)
    expect(await double.waitForDelivery(id, 2)).toBe(200)
    double.redeliver(id)
    expect(await double.waitForDelivery(id, 3)).toBe(200)
    await stage.transcript(`
      [riêng An]
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp…
    `)
    expect(await stage.count("initiative")).toBe(1)
  })

  test("the web page posts again what was answered with 503, and it has one effect", async () => {
    await using stage = await openStage("web", { known: ["An"] })
    const post = { clientId: randomUUID(), text: "đăng ký: Cải tiến cữ gá may túi hộp" }
    await stage.breakStore()
    expect(await stage.venue.posts("riêng An", "An", post)).toMatchObject({ status: 503 })
    await stage.mendStore()
    expect(await stage.venue.posts("riêng An", "An", post)).toMatchObject({ status: 202 })
    expect(await stage.venue.posts("riêng An", "An", post)).toMatchObject({ status: 202 })
    await stage.transcript(`
      [riêng An]
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp…
    `)
    expect(await stage.count("initiative")).toBe(1)
  })
})

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { documents } from "../messages/document.ts"
import { createWording } from "../messages/wording.ts"
import { myDataFile } from "./my-data-file.ts"
import type { PersonalData } from "./personal-data.ts"

const wording = createWording(readFileSync(new URL("../messages/vi.ftl", import.meta.url), "utf8"), "vi")
const ZONE = "Asia/Ho_Chi_Minh"
const AT = Date.parse("2026-03-10T09:00:00+07:00")
const data: PersonalData = {
  name: "Nguyễn Văn An",
  unit: { code: "KCN-01", name: "CĐCS Công ty May TNG" },
  since: AT,
  accounts: [{ id: "zalo:ab", name: "An", since: AT }],
  consents: [
    { purpose: "records", version: "1", granted: true, at: AT, account: "zalo:ab", channel: "zalo" },
  ],
  requests: [],
  roles: [],
  initiatives: [
    {
      number: 7,
      as: "author",
      author: "Nguyễn Văn An",
      beside: [
        { name: "Trần Thị Dung", share: 33.3 },
        { name: "Lê Minh", share: 10 },
      ],
      unit: "CĐCS Công ty May TNG",
      status: "registered",
      title: "Cữ gá <b>may</b>",
      description: "trước mài tay",
      sector: null,
      benefit: "50tr",
      original: "đk: Cữ gá <b>may</b>, 50tr",
      registeredAt: AT,
      recognizedAt: null,
      onPortalAt: null,
    },
  ],
  coAuthored: [{ number: 8, title: "Tấm chắn bụi", name: "An", state: "accepted", share: 40 }],
  dialogues: [],
  actions: [{ action: "invite", at: AT }],
}

test("the readable file tells everything in words and needs no program of its own", () => {
  const { name, bytes } = myDataFile(data, "text", wording.say, ZONE)
  const text = Buffer.from(bytes).toString("utf8")
  expect(name).toBe("du-lieu-cua-toi.txt")
  expect(text.startsWith("\uFEFFDỮ LIỆU CÁ NHÂN ĐANG LƯU\r\n")).toBe(true)
  for (const line of [
    "Họ tên: Nguyễn Văn An",
    "Tài khoản Zalo: An (từ 10/3/2026)",
    "SK-000007 · Cữ gá <b>may</b> · đăng ký",
    "trước mài tay",
    "\r\n50tr\r\n",
    "Tin đã gửi: đk: Cữ gá <b>may</b>, 50tr",
    "đồng ý lưu hồ sơ (bản 1, qua Zalo)",
    "Đồng tác giả: Trần Thị Dung 33,3%, Lê Minh 10%",
    "Đồng tác giả: SK-000008 · Tấm chắn bụi · đóng góp 40%",
    "Thao tác đã ghi trong nhật ký: 1",
  ]) {
    expect(text).toContain(line)
  }
})

test("the other file is the data itself, with times any program reads", () => {
  const { bytes } = myDataFile(data, "json", wording.say, ZONE)
  expect(JSON.parse(Buffer.from(bytes).toString("utf8"))).toMatchObject({
    name: "Nguyễn Văn An",
    since: "2026-03-10T02:00:00.000Z",
    initiatives: [{ number: 7, registeredAt: "2026-03-10T02:00:00.000Z", recognizedAt: null }],
  })
})

test("where a channel takes no files an address lives for a day, or nothing is promised", async () => {
  const put: object[] = []
  const ports = {
    personalData: async (id: string) => (id === "p" ? data : undefined),
    put: async (document: object) => void put.push(document),
    newKey: () => "k".repeat(32),
    now: () => AT,
    wording,
    timeZone: ZONE,
    exports: {} as never,
    requestForm: async () => undefined,
    keptHours: 24,
  }
  const ref = { kind: "my_data", personId: "p", form: "json" } as const
  const reachable = documents({ ...ports, publicUrl: "https://sk.example.vn" })
  const document = await reachable.make(ref)
  if (document === undefined) throw new Error("nothing was made")
  expect(await reachable.standIn(document, ref)).toContain(
    `https://sk.example.vn/documents/${"k".repeat(32)} `,
  )
  expect(put).toMatchObject([{ key: "k".repeat(32), personId: "p", expiresAt: AT + 86_400_000 }])
  const hidden = documents({ ...ports, publicUrl: undefined })
  expect(await hidden.standIn(document, ref)).toMatch(/^Ở đây em chưa gửi được tệp/)
  expect(put).toHaveLength(1)
  expect(await hidden.make({ ...ref, personId: "erased" })).toBeUndefined()
})

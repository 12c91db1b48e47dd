import { existsSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { type Browser, chromium, type Locator, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { STRONG_OFF, STRONG_ON } from "../../core/channel.ts"
import { aWebChannel, aWebServer, botSays, intakeOf, webChat } from "./testing.ts"

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium"
const withoutChromium = !existsSync(executablePath) && process.env["CI"] === undefined
if (withoutChromium)
  console.warn(`Left out: the web chat's page tests need Chromium, and ${executablePath} is not there.`)

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

// Left out, and said so, only where there is no Chromium; with CI set the tests run and fail without it.
describe.skipIf(withoutChromium)("the page in a browser", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ARGUMENTS })
  })
  afterAll(() => browser?.close())

  /** A server whose bot repeats what it is told, with two buttons, and a page opened at `hash`. */
  async function opened(hash: string, options: Parameters<Browser["newPage"]>[0] = {}) {
    const channel = aWebChannel()
    let refusals = 0
    await channel.start(
      intakeOf(async ({ chat, message, content, file }) => {
        if (refusals-- > 0) throw new Error("the store is down")
        const answer = { chat: chat.id, ...(message ? { replyTo: message } : {}) }
        if (file !== undefined) {
          const bytes = await channel.fetchFile?.(file.ref, 1_000)
          const words = content.kind === "text" ? content.text : ""
          const text = `${file.kind} ${Buffer.from(bytes ?? []).toString()} ${words} ${file.album?.slice(0, 8)}`
          await channel.send({ ...answer, text })
          return {}
        }
        if (content.kind === "press") {
          await channel.send({ ...answer, text: `Đã chọn ${content.option}` })
          return { toast: "Đã ghi nhận." }
        }
        if (content.kind === "text" && content.addressed) {
          const choices = { ask: `ask:${message}`, labels: ["Đồng ý", "Không"] }
          await channel.send({ ...answer, text: `${STRONG_ON}Nghe:${STRONG_OFF} ${content.text}`, choices })
        }
        return {}
      }),
    )
    const app = aWebServer(channel)
    await app.listen({ host: "127.0.0.1", port: 0 })
    const { port } = app.server.address() as AddressInfo
    const context = await browser.newContext(options)
    onTestFinished(async () => {
      await context.close()
      await app.close()
      await channel.stop()
    })
    const page = await context.newPage()
    const faults: string[] = []
    page.on("pageerror", (error) => faults.push(error.message))
    page.on("console", (line) => {
      if (line.text().includes("Content Security Policy")) faults.push(line.text())
    })
    await page.goto(`http://127.0.0.1:${port}/${hash}`)
    await page
      .getByRole("radio", { name: /Nguyễn|An/ })
      .first()
      .waitFor({ state: "attached" })
    return {
      page,
      app,
      channel,
      faults,
      refuse: (count: number) => {
        refusals = count
      },
    }
  }

  const write = async (page: Page, text: string) => {
    await page.getByLabel("Tin nhắn", { exact: true }).fill(text)
    await page.keyboard.press("Enter")
  }
  const own = (page: Page, text: string) =>
    page.locator(".row.own:not(.sending):not(.failed)", { hasText: text })
  const fromBot = (page: Page, text: string) => page.locator(".row.from-bot", { hasText: text })
  /** How far a message's words stand out from its bubble, as WCAG 2.2 counts it. */
  const contrast = (row: Locator) =>
    row.locator(".words").evaluate((words) => {
      const luminance = (colour: string) => {
        const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
          const share = Number(part) / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      const style = (box: typeof words) => box.ownerDocument.defaultView.getComputedStyle(box)
      const [low = 0, high = 0] = [style(words).color, style(words.parentElement).backgroundColor]
        .map(luminance)
        .sort((a, b) => a - b)
      return (high + 0.05) / (low + 0.05)
    })
  const play = (page: Page, id: string) =>
    page.locator(`input[name=person][value=${id}]`).check({ force: true })

  test("a person writes, sees the bubble and the bot's answer to it, live", async () => {
    const { page, faults } = await opened("#an/tng")
    await write(page, "@Bot chào em")
    await own(page, "@Bot chào em").waitFor()
    const answer = fromBot(page, "Nghe: chào em")
    await answer.waitFor()
    expect(await answer.locator("strong").textContent()).toBe("Nghe:")
    await answer
      .getByRole("button", { name: "Xem tin của Nguyễn Văn An @Bot chào em", exact: true })
      .waitFor()
    expect(await page.getByRole("log").locator(".row").count()).toBe(2)
    expect(await page.getByRole("log").getByRole("listitem").count()).toBe(0)
    expect(faults).toEqual([])
  })

  test("another person sees it on the right side of the talk, and can play on", async () => {
    const { page } = await opened("#an/tng")
    await write(page, "chiều nay họp nhé")
    await own(page, "chiều nay họp nhé").waitFor()
    await play(page, "chi")
    await page.locator(".row.other", { hasText: "chiều nay họp nhé" }).waitFor()
    expect(await page.locator(".row.other .author").textContent()).toBe("Nguyễn Văn An")
    await write(page, "vâng")
    await own(page, "vâng").waitFor()
    await play(page, "an")
    await page.locator(".row.other", { hasText: "vâng" }).waitFor()
    expect(new URL(page.url()).hash).toBe("#an/tng")
  })

  test("each person has a private chat of their own", async () => {
    const { page, channel } = await opened("#an/private-an")
    await write(page, "của tôi")
    await fromBot(page, "Nghe: của tôi").waitFor()
    // The page shows an empty talk at once; only when her own stream stands can it hear of what others got.
    const stream = page.waitForResponse((answer) => answer.url().endsWith("/stream?person=chi"))
    await play(page, "chi")
    await stream
    await page.getByText("Thử ngay", { exact: true }).waitFor()
    expect(new URL(page.url()).hash).toBe("#chi/private-chi")
    await botSays(channel, "private-an", "Có kết quả rồi ạ.")
    await page.locator("label.stirred", { hasText: "An" }).waitFor()
  })

  test("a pressed button answers, shows the toast and is used up, also after a reload", async () => {
    const { page } = await opened("#an/tng")
    await write(page, "@Bot đăng ký")
    await page.getByRole("button", { name: "Không", exact: true }).click()
    await fromBot(page, "Đã chọn 2").waitFor()
    await page.getByText("Đã ghi nhận.").waitFor()
    const buttons = page.getByRole("group", { name: "Chọn nhanh" }).getByRole("button")
    const states = () =>
      buttons.evaluateAll((all) => all.map((one) => one.matches(".chosen:disabled, :disabled")))
    await page.locator(".chip.chosen", { hasText: "Không" }).waitFor()
    expect(await states()).toEqual([true, true])
    await page.reload()
    await page.locator(".chip.chosen", { hasText: "Không" }).waitFor()
    expect(await states()).toEqual([true, true])
  })

  test("a reload keeps history, room, person and what was begun, however bad the line", async () => {
    const { page } = await opened("#dung/tnh")
    await write(page, "tin thứ nhất\ndòng hai")
    await own(page, "tin thứ nhất").waitFor()
    const text = page.getByLabel("Tin nhắn", { exact: true })
    await text.fill("đang viết dở")
    await page.clock.install()
    // It is asked for together with the modules: to stop intercepting while they are under way leaves one of them hanging now and then.
    let asked = 0
    await page.route("**/api/chat/people", (route) => (asked++ === 0 ? route.abort() : route.continue()))
    await page.reload()
    await page.getByText("Mất kết nối với máy chủ").waitFor()
    await page.clock.fastForward(2000)
    await own(page, "tin thứ nhất").waitFor()
    expect(await own(page, "tin thứ nhất").locator(".words").innerText()).toBe("tin thứ nhất\ndòng hai")
    expect(await page.locator("input[name=person]:checked").getAttribute("value")).toBe("dung")
    expect(await text.inputValue()).toBe("đang viết dở")
  })

  test("markup that was typed is shown as typed", async () => {
    const { page, faults } = await opened("#an/private-an")
    const typed = "<b>đậm</b> <img src=x onerror=alert(1)> *sao* &amp;"
    await write(page, typed)
    await fromBot(page, typed).waitFor()
    await own(page, typed).waitFor()
    expect(await page.getByRole("log").locator("b:not(.quote-name), img").count()).toBe(0)
    expect(faults).toEqual([])
  })

  test("what could not be sent stays, and is sent once when pressed again", async () => {
    const { page, refuse } = await opened("#an/tng")
    refuse(1)
    await write(page, "@Bot tiến độ")
    const retry = page.getByRole("button", { name: "Chưa gửi được – bấm để gửi lại" })
    await retry.waitFor()
    await page.reload()
    await retry.click()
    await own(page, "@Bot tiến độ").waitFor()
    await fromBot(page, "Nghe: tiến độ").waitFor()
    expect(await retry.count()).toBe(0)
    expect(await page.locator(".row.own").count()).toBe(1)

    await page.context().setOffline(true)
    await write(page, "lúc mất mạng")
    await retry.waitFor()
    await page.context().setOffline(false)
    await own(page, "lúc mất mạng").waitFor()
    expect(await page.locator(".row.own").count()).toBe(2)
  })

  test("what can never be sent says why and can be thrown away", async () => {
    const { page } = await opened("#an/tng")
    await write(page, "ế".repeat(20_001))
    await page.getByText("Chưa gửi được: tin dài quá 20.000 ký tự.").waitFor()
    await page.getByRole("button", { name: "Bỏ tin" }).click()
    await page.locator(".row.own").waitFor({ state: "detached" })
  })

  test("Shift and Enter make a new line; the mention is put in once; an answer can be aimed", async () => {
    const { page } = await opened("#an/tng")
    const text = page.getByLabel("Tin nhắn", { exact: true })
    await page.getByRole("button", { name: "Chèn @Bot" }).click()
    await page.getByRole("button", { name: "Chèn @Bot" }).click()
    await page.keyboard.type("đăng ký hộ:")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("1. Hùng")
    expect(await text.inputValue()).toBe("@Bot đăng ký hộ:\n1. Hùng")
    await page.keyboard.press("Enter")
    const answer = fromBot(page, "Nghe: đăng ký hộ:")
    await answer.hover()
    await answer.getByRole("button", { name: "Trả lời tin của Trợ lý Sáng kiến", exact: true }).click()
    await write(page, "bổ sung thêm")
    await fromBot(page, "Nghe: bổ sung thêm").waitFor()
    const quoted = await own(page, "bổ sung thêm").locator(".quote").textContent()
    expect(quoted).toContain("Trợ lý Sáng kiến")
  })

  test("files are chosen with the button, the words typed before go along, and a lost try is sent again", async () => {
    const { page, refuse, faults } = await opened("#an/private-an")
    const chooser = page.waitForEvent("filechooser")
    await page.getByLabel("Tin nhắn", { exact: true }).fill("bản vẽ SK-000001")
    await page.getByRole("button", { name: "Gửi ảnh, tài liệu hoặc danh sách Excel" }).click()
    await (await chooser).setFiles([
      { name: "ảnh 1.jpg", mimeType: "image/jpeg", buffer: Buffer.from("một") },
      { name: "ds.xlsx", mimeType: "", buffer: Buffer.from("hai") },
    ])
    await own(page, "📎 ảnh 1.jpg bản vẽ SK-000001").waitFor()
    await own(page, "📎 ds.xlsx").waitFor()
    const first = await fromBot(page, "photo một bản vẽ SK-000001").locator(".words").innerText()
    const second = await fromBot(page, "document hai").locator(".words").innerText()
    expect(first.split(" ").at(-1)).toBe(second.split(" ").at(-1))

    refuse(1)
    const input = page.locator("input[type=file]")
    await input.setInputFiles([{ name: "b.pdf", mimeType: "application/pdf", buffer: Buffer.from("ba") }])
    await page.getByRole("button", { name: "Chưa gửi được – bấm để gửi lại" }).click()
    await fromBot(page, "document ba").waitFor()
    await input.setInputFiles([
      { name: "to.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(5 * 1024 * 1024 + 1) },
    ])
    await page.getByText("Tệp trống hoặc lớn quá 5 MB thì không gửi được.").waitFor()
    expect(await page.locator(".row.own").count()).toBe(3)
    expect(faults).toEqual([])
  })

  test("an empty room offers three things to try and tells how to call the bot, and one tap tries", async () => {
    const { page } = await opened("#chi/tng")
    await page.getByText("Thử ngay", { exact: true }).waitFor()
    await page.getByText("bấm @Bot trước khi nhắn").waitFor()
    expect(await page.locator(".suggestions .chip").allTextContents()).toEqual([
      "@Bot duyệt",
      "@Bot tổng hợp tuần",
      "@Bot nhắc",
    ])
    await page.getByRole("button", { name: "@Bot duyệt" }).click()
    await fromBot(page, "Nghe: duyệt").waitFor()
    expect(await page.locator(".suggestions").count()).toBe(0)
  })

  test("on a slow line nothing is offered before it is known that nobody wrote, and what was said is not read out as new", async () => {
    const { page, channel } = await opened("#an/tnh")
    await botSays(channel, "tng", "trước")
    const line = Promise.withResolvers<void>()
    await page.route("**/api/chat/stream*", async (route) => {
      await line.promise
      await route.continue()
    })
    await page.goto(page.url().replace("tnh", "tng"))
    await page.reload()
    const log = page.getByRole("log", { name: "Tin nhắn trong Nhóm TNG" })
    const empty = await log.elementHandle()
    expect(await page.locator(".suggestions").count()).toBe(0)
    line.resolve()
    await fromBot(page, "trước").waitFor()
    expect(await empty?.evaluate((list) => list.isConnected)).toBe(false)
    await botSays(channel, "tng", "sau")
    const filled = await log.elementHandle()
    await fromBot(page, "sau").waitFor()
    expect(await filled?.evaluate((list) => list.isConnected)).toBe(true)
  })

  test("a whisper is marked, and unread messages are counted until they are read", async () => {
    const { page, channel } = await opened("#an/tnh")
    const an = "web:an" as Parameters<typeof channel.whisper>[0]
    await channel.whisper(an, { chat: webChat("tng"), text: "riêng anh" })
    await botSays(channel, "tng", "chung")
    const room = page.getByRole("navigation").getByRole("link", { name: "Nhóm TNG" })
    await room.locator(".badge", { hasText: "2 tin chưa đọc" }).waitFor()
    await room.click()
    await page.getByText("Chỉ mình anh/chị thấy tin này").waitFor()
    await room.locator(".badge").waitFor({ state: "detached" })
    await page.reload()
    await fromBot(page, "chung").waitFor()
    expect(await page.locator(".badge").count()).toBe(0)
  })

  test("codes, money and counts stay in one piece, a picture opens large, and the whole talk can be printed", async () => {
    const { page, channel } = await opened("#an/tng")
    for (let line = 0; line < 30; line++) await botSays(channel, "tng", `dòng ${line}`)
    await botSays(channel, "tng", 'Đã ghi SK-000012. Hủy: "hủy SK-000012".')
    await channel.sendPicture({ chat: webChat("tng"), text: "Tổng hợp" }, { png: PIXEL, alt: "Biểu đồ tuần" })
    const link = page.getByRole("link", { name: "Biểu đồ tuần" })
    expect(await link.getAttribute("target")).toBe("_blank")
    expect(await page.locator(".whole").allTextContents()).toEqual(["SK-000012", "SK-000012"])
    const told =
      "Làm lợi: 120.000.000 đ/năm, hơn 12 triệu đồng và 1,2 tỷ/năm (22/4 16h00 – 29/4 16h00)\nĐăng ký 4.120 (+310) · 3.801/5.000 (76,0%)\n5 đơn vị, 3 đúng hạn"
    await botSays(channel, "tng", told)
    const row = fromBot(page, "Làm lợi")
    await row.waitFor()
    expect(await row.locator(".whole").allTextContents()).toEqual([
      ...["120.000.000 đ/năm", "12 triệu đồng", "1,2 tỷ/năm", "22/4 16h00", "29/4 16h00"],
      ...["4.120 (+310)", "3.801/5.000 (76,0%)"],
    ])
    expect(await row.locator(".words").innerText()).toBe(told)
    await page.emulateMedia({ media: "print" })
    expect(await page.locator("#composer").isVisible()).toBe(false)
    const hidden = await page
      .locator("html, body, #scroller")
      .evaluateAll((boxes) => boxes.map((box) => box.scrollHeight - box.clientHeight))
    expect(hidden.slice(1)).toEqual([0, 0])
  })

  test("the Tab key stops at one message, the arrows go on to the others, however long the talk", async () => {
    const { page, channel } = await opened("#an/tng")
    await write(page, "một")
    await own(page, "một").waitFor()
    for (const words of ["hai", "ba", "bốn"]) await botSays(channel, "tng", words)
    await fromBot(page, "bốn").waitFor()
    const focused = () =>
      page
        .locator(":focus")
        .evaluate((at) =>
          at.closest("nav") ? "rooms" : (at.closest(".row")?.querySelector(".words")?.textContent ?? at.id),
        )
    const pressed = async (key: string) => {
      await page.keyboard.press(key)
      return await focused()
    }
    await page.getByLabel("Tin nhắn", { exact: true }).focus()
    expect(await pressed("Shift+Tab")).toBe("mention")
    expect(await pressed("Shift+Tab")).toBe("attach")
    expect(await pressed("Shift+Tab")).toBe("bốn")
    expect(await pressed("ArrowUp")).toBe("ba")
    expect(await pressed("ArrowUp")).toBe("hai")
    expect(await pressed("ArrowDown")).toBe("ba")
    await botSays(channel, "tng", "năm")
    await fromBot(page, "năm").waitFor()
    expect(await focused()).toBe("ba")
    expect(await pressed("Shift+Tab")).toBe("")
    expect(await pressed("Shift+Tab")).toBe("rooms")
    await page.getByLabel("Tin nhắn", { exact: true }).focus()
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Shift+Tab")
    expect(await pressed("Shift+Tab")).toBe("ba")
    await page.keyboard.press("Enter")
    expect(await page.getByText("Trả lời Trợ lý Sáng kiến", { exact: true }).isVisible()).toBe(true)
  })

  test("where what was pressed goes away, the keyboard goes on in the text field", async () => {
    const { page, channel, refuse } = await opened("#an/tng")
    const text = page.getByLabel("Tin nhắn", { exact: true })
    const focused = () => text.evaluate((field) => field === field.ownerDocument.activeElement)
    const enterOn = async (button: Locator) => {
      await button.focus()
      await page.keyboard.press("Enter")
      await button.waitFor({ state: "hidden" })
      expect(await focused()).toBe(true)
    }
    await enterOn(page.getByRole("button", { name: "@Bot tiến độ", exact: true }))
    await page.getByRole("button", { name: "Không", exact: true }).focus()
    await page.keyboard.press("Enter")
    await page.locator(".chip.chosen").waitFor()
    expect(await focused()).toBe(true)
    await write(page, "ế".repeat(20_001))
    await enterOn(page.getByRole("button", { name: "Bỏ tin" }))
    for (let line = 0; line < 30; line++) await botSays(channel, "tng", `dòng ${line}`)
    await fromBot(page, "dòng 29").waitFor()
    await page.locator("#scroller").evaluate((box) => box.scrollTo(0, 0))
    await text.fill("một\nhai\nba\nbốn")
    await botSays(channel, "tng", "cuối cùng")
    const newer = page.getByRole("button", { name: "Tin mới" })
    const [button, field] = [await newer.boundingBox(), await text.boundingBox()]
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThan(field?.y ?? 0)
    await enterOn(newer)
    expect(await fromBot(page, "cuối cùng").isVisible()).toBe(true)

    refuse(1)
    await write(page, "chưa tới")
    await enterOn(page.getByRole("button", { name: "Chưa gửi được – bấm để gửi lại" }))
    const quote = fromBot(page, "Nghe: tiến độ").getByRole("button", { name: "Xem tin của Nguyễn" })
    await quote.focus()
    await page.keyboard.press("Enter")
    const answered = own(page, "@Bot tiến độ").getByRole("button", { name: "Trả lời tin của mình" })
    expect(await answered.evaluate((reply) => reply === reply.ownerDocument.activeElement)).toBe(true)
  })

  test("on a phone the keyboard goes along into a room and comes back to where it was in the list", async () => {
    const { page } = await opened("#an", PHONE)
    const focused = async () => await page.locator(":focus").textContent()
    const room = page.getByRole("navigation").getByRole("link", { name: "Nhóm TNG" })
    await room.focus()
    await page.keyboard.press("Enter")
    await page.getByText("Thử ngay", { exact: true }).waitFor()
    expect(await focused()).toBe("Nhóm TNG")
    await page.getByRole("link", { name: "Về danh sách trò chuyện" }).click()
    await room.waitFor()
    expect(await focused()).toContain("Nhóm TNG")
    await room.click()
    await play(page, "chi")
    await page
      .getByRole("radio", { name: "Chi Cán bộ", exact: true, checked: true })
      .waitFor({ state: "attached" })
    expect(await page.locator(":focus").getAttribute("value")).toBe("chi")
  })

  test("after a broken connection the page finds back by itself, has what it missed and sends what it could not", async () => {
    const { page, channel, app, refuse } = await opened("#an/tng")
    await botSays(channel, "tng", "trước")
    await fromBot(page, "trước").waitFor()
    refuse(1)
    await write(page, "chưa tới")
    await page.getByRole("button", { name: "Chưa gửi được – bấm để gửi lại" }).waitFor()
    app.server.closeAllConnections()
    await botSays(channel, "tng", "trong lúc mất")
    await page.getByText("Mất kết nối với máy chủ").waitFor()
    await fromBot(page, "trong lúc mất").waitFor()
    await page.getByText("Mất kết nối với máy chủ").waitFor({ state: "hidden" })
    await own(page, "chưa tới").waitFor()
    expect(await page.locator(".row").count()).toBe(3)
  })

  test.for([
    [360, "dark"],
    [320, "light"],
    [400, "light"],
  ] as const)(
    "a phone %i px wide in the %s shows one screen at a time, nothing runs out of it, in letters of any size",
    async ([width, colorScheme]) => {
      const { page, faults } = await opened("#an", {
        ...PHONE,
        colorScheme,
        viewport: { width, height: 740 },
      })
      const overflow = () =>
        page
          .locator("html, #scroller, .rooms")
          .evaluateAll((boxes) => boxes.map((box) => box.scrollWidth - box.clientWidth))
      const list = page.getByRole("navigation", { name: "Các cuộc trò chuyện" })
      await list.waitFor()
      expect(await overflow()).toEqual([0, 0, 0])
      await list.getByRole("link", { name: "Nhóm TNG" }).click()
      await list.waitFor({ state: "hidden" })
      await write(page, `@Bot ${"dài".repeat(60)} https://vi.du/${"x".repeat(90)}`)
      await fromBot(page, "Nghe: dài").waitFor()
      expect(await overflow()).toEqual([0, 0, 0])
      const fieldWidth = async () => (await page.getByLabel("Tin nhắn", { exact: true }).boundingBox())?.width
      expect(await fieldWidth()).toBeGreaterThan(110)
      await page.getByRole("radio", { name: "An Đoàn viên", exact: true }).waitFor({ state: "attached" })
      expect(await page.getByText("Dung", { exact: true }).isVisible()).toBe(true)
      expect(await contrast(fromBot(page, "Nghe: dài"))).toBeGreaterThan(7)

      const letters = (size: string) =>
        page.locator("html").evaluate((html, fontSize) => Object.assign(html.style, { fontSize }), size)
      await letters("200%")
      expect(await overflow()).toEqual([0, 0, 0])
      expect(await fieldWidth()).toBeGreaterThan(190)
      const field = page.getByLabel("Tin nhắn", { exact: true })
      expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(64)
      await letters("")
      await page.getByRole("link", { name: "Về danh sách trò chuyện" }).click()
      await list.waitFor()
      expect(faults).toEqual([])
    },
  )
})

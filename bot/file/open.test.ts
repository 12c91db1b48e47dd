import { crc32, deflateRawSync, deflateSync } from "node:zlib"
import sharp from "sharp"
import { expect, test } from "vitest"
import type { FilePurpose, WaitingFile } from "../../core/file/file.ts"
import { writeSheets } from "../sheet/write.ts"
import { fileOpener } from "./open.ts"

const keptBytes: Uint8Array[] = []
const opener = fileOpener(async (bytes, contentType) => {
  keptBytes.push(bytes)
  return { hash: "h", contentType, bytes: bytes.byteLength }
})
const open = async (bytes: Uint8Array, name: string, purpose: FilePurpose = { for: "list", caption: "" }) =>
  await opener(bytes, { file: { ref: "r", kind: "document", name }, purpose } as WaitingFile)
const EVIDENCE = { for: "initiative", id: "i" } as const
const text = (words: string) => new TextEncoder().encode(words)

/** An archive of these files, packed as a zip program would. */
function zip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content, { level: 9 })
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    // It claims to be small.
    entry.writeUInt32LE(10, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const office = (sheet: string | Buffer) =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": "<workbook/>",
    "xl/worksheets/sheet1.xml": sheet,
  })

test("a list written by a spreadsheet program is read, as .xlsx and as .csv", async () => {
  const sheet = {
    name: "A",
    columns: [{ heading: "Tác giả" }, { heading: "Tên sáng kiến" }],
    rows: [["=An", "Gá"]],
  }
  for (const form of ["xlsx", "csv"] as const) {
    const opened = await open(await writeSheets([sheet], form), `a.${form}`)
    expect(opened).toMatchObject({
      is: "sheet",
      lines: [
        { line: 1, cells: ["Tác giả", "Tên sáng kiến"] },
        { line: 2, cells: ["=An", "Gá"] },
      ],
    })
  }
})

test.each([
  ["a program under a sheet's name", text("MZ\u0000\u0001"), "wrong_type"],
  ["a PDF under a sheet's name", text("%PDF-1.7"), "wrong_type"],
  ["an archive that is no workbook", zip({ "a.txt": "x" }), "wrong_type"],
  ["a bomb that claims to be small", office(Buffer.alloc(60_000_000, " ")), "unreadable"],
  ["cells a million rows apart", office('<c r="A1"/><c r="XFD1048576"/>'), "too_many_rows"],
  ["a document type with entities", office('<!DOCTYPE x [<!ENTITY a "b">]>'), "wrong_type"],
  ["a workbook with macros", zip({ "[Content_Types].xml": "", "xl/vbaProject.bin": "x" }), "wrong_type"],
  ["a broken archive", Buffer.from("504b0304ffff", "hex"), "unreadable"],
  ["a broken CSV", text('Tác giả,Tên\n"x'), "unreadable"],
  ["a list of 600 rows", text(`Tác giả,Tên\n${"An,Gá\n".repeat(600)}`), "too_many_rows"],
])("%s is refused", async (_, bytes, problem) => {
  expect(await open(bytes, "danh sách.xlsx")).toMatchObject({ is: "problem", problem })
})

test("a bomb that only the local headers name is never unpacked", async () => {
  const decent = Buffer.from(
    await writeSheets([{ name: "A", columns: [{ heading: "Tác giả" }], rows: [["An"]] }], "xlsx"),
  )
  // Readers of a stream never come to the directory: they would take this part for the sheet.
  const path = Buffer.from("xl/worksheets/sheet1.xml")
  const packed = deflateRawSync(Buffer.alloc(60_000_000, " "), { level: 9 })
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(60_000_000, 22)
  header.writeUInt16LE(path.length, 26)
  const hidden = Buffer.concat([header, path, packed])
  const end = decent.lastIndexOf("PK\u0005\u0006")
  const directory = decent.readUInt32LE(end + 16)
  const tail = Buffer.from(decent.subarray(directory))
  tail.writeUInt32LE(directory + hidden.length, end - directory + 16)
  const bomb = Buffer.concat([decent.subarray(0, directory), hidden, tail])
  expect(await open(bomb, "a.xlsx")).toMatchObject({
    is: "sheet",
    lines: [{ cells: ["Tác giả"] }, { cells: ["An"] }],
  })
})

test("a huge cell is no row of its own, and cut before anybody reads it", async () => {
  const opened = await open(text(`Tác giả,Tên sáng kiến\nAn,${"x".repeat(100_000)}\n`), "a.csv")
  expect(opened).toMatchObject({ is: "sheet" })
})

test("a photo loses place, time and camera, and stands upright", async () => {
  const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#123456" } })
    .jpeg()
    .withExif({ IFD0: { Make: "Hãng máy ảnh" }, IFD3: { GPSLatitude: "21/1 35/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  expect(await open(taken, "ảnh.jpg", EVIDENCE)).toMatchObject({ is: "kept", contentType: "image/jpeg" })
  const kept = await sharp(keptBytes.at(-1)).metadata()
  expect({ exif: kept.exif, width: kept.width, height: kept.height }).toEqual({
    exif: undefined,
    width: 20,
    height: 40,
  })
})

test.each([
  ["a PDF", text("%PDF-1.7 …"), "application/pdf"],
  ["a Word file", zip({ "[Content_Types].xml": "", "word/document.xml": "<w/>" }), /wordprocessingml/],
])("%s is kept as it is", async (_, bytes, contentType) => {
  expect(await open(bytes, "b", EVIDENCE)).toMatchObject({
    is: "kept",
    contentType: expect.stringMatching(contentType),
  })
})

test.each([
  ["a page that would run in a browser", text("<html><script>"), "wrong_type"],
  ["half a photo", Buffer.from("ffd8ffe000104a46", "hex"), "unreadable"],
])("%s is no evidence", async (_, bytes, problem) => {
  expect(await open(bytes, "ảnh.jpg", EVIDENCE)).toMatchObject({ is: "problem", problem })
})

/** A black PNG of one bit a pixel; `text` is packed into a chunk of that type before the pixels. */
function png(
  width: number,
  height: number,
  text?: { readonly type: string; readonly bytes: number },
): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const whole = Buffer.alloc(12 + data.length)
    whole.writeUInt32BE(data.length, 0)
    whole.write(type, 4, "latin1")
    data.copy(whole, 8)
    whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length)
    return whole
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const packed = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 9 })
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    ...(text === undefined
      ? []
      : [chunk(text.type, Buffer.concat([Buffer.from("a\0\0", "latin1"), packed(text.bytes)]))]),
    chunk("IDAT", packed((Math.ceil(width / 8) + 1) * height)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

test.each([
  ["more pixels than it is worth", png(20_000, 20_000)],
  ["a strip that keeps a core busy for many seconds", png(1, 50_000_000)],
  ["half its bytes", png(2_000, 2_000).subarray(0, 300)],
])("a picture of a few kilobytes with %s is refused", async (_, bytes) => {
  expect(bytes.length).toBeLessThan(100_000)
  expect(await open(bytes, "ảnh.png", EVIDENCE)).toMatchObject({ is: "problem", problem: "unreadable" })
})

test.each([
  ["a colour profile that unpacks to 50 MB", png(8, 8, { type: "iCCP", bytes: 50_000_000 })],
  ["a note that unpacks to 50 MB", png(8, 8, { type: "zTXt", bytes: 50_000_000 })],
])("of a picture with %s only its pixels are kept", async (_, bytes) => {
  expect(await open(bytes, "ảnh.png", EVIDENCE)).toMatchObject({ is: "kept", contentType: "image/png" })
  expect(keptBytes.at(-1)?.byteLength).toBeLessThan(1_000)
})

test("of an animation the first frame is kept", async () => {
  const frames = ["red", "green", "blue"].map((background) => ({
    create: { width: 40, height: 40, channels: 3 as const, background },
  }))
  const animation = await sharp(await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer())), {
    join: { animated: true },
  })
    .webp()
    .toBuffer()
  expect((await sharp(animation).metadata()).pages).toBe(3)
  expect(await open(animation, "ảnh.webp", EVIDENCE)).toMatchObject({ is: "kept" })
  const kept = await sharp(keptBytes.at(-1)).metadata()
  expect([kept.pages ?? 1, kept.width, kept.height]).toEqual([1, 40, 40])
})

test("a drawing with words and addresses in it is no photo, whoever asks for it", async () => {
  const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')
  expect(await open(svg, "ảnh.png", EVIDENCE)).toMatchObject({ is: "problem", problem: "wrong_type" })
  await expect(sharp(svg).png().toBuffer()).rejects.toThrow()
})

import { crc32, inflateRawSync } from "node:zlib"

/** A zip (.xlsx, .docx) whose contents may not be looked at; holds nothing of them. */
export class UnsafeZip extends Error {
  constructor(why: string) {
    super(`The archive is not taken: ${why}.`)
    this.name = "UnsafeZip"
  }
}

const MOST_ENTRIES = 1_000
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/** One file of an archive, unpacked. */
export type ZipEntry = { readonly name: string; readonly content: Buffer }

/**
 * Unpacks an archive to at most `mostBytes`, whatever sizes it claims. Throws `UnsafeZip` for a bomb, an encrypted or a broken
 * one. Local headers are as little believed as the directory: what is read is what the directory points at.
 */
export function unzip(bytes: Uint8Array, mostBytes: number): readonly ZipEntry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END)
    throw new UnsafeZip("it has no directory")
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new UnsafeZip("it holds too many files")
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  let room = mostBytes
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw new UnsafeZip("its directory is broken")
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength)
    const content = contentOf(zip, at, room)
    room -= content.length
    entries.push({ name, content })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * An archive of just these files, stored as they are. Whoever reads it next may look for files where `unzip` does not (a
 * stream goes by the local headers, which can name what no directory does), and finds nothing that was not looked at.
 */
export function storedZip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of entries) {
    const path = Buffer.from(name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(LOCAL, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt32LE(crc32(content), 14)
    header.writeUInt32LE(content.length, 18)
    header.writeUInt32LE(content.length, 22)
    header.writeUInt16LE(path.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(ENTRY, 0)
    entry.writeUInt16LE(20, 4)
    // From the version needed to the length of the name both headers say the same.
    header.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(at, 42)
    local.push(header, path, content)
    directory.push(entry, path)
    at += 30 + path.length + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...directory, end])
}

function contentOf(zip: Buffer, at: number, room: number): Buffer {
  if ((zip.readUInt16LE(at + 8) & 1) === 1) throw new UnsafeZip("it is encrypted")
  const method = zip.readUInt16LE(at + 10)
  const packed = zip.readUInt32LE(at + 20)
  const local = zip.readUInt32LE(at + 42)
  if (local + 30 > zip.length) throw new UnsafeZip("its directory is broken")
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const data = zip.subarray(from, from + packed)
  if (method === 0) {
    if (data.length > room) throw new UnsafeZip("it is too large unpacked")
    return data
  }
  if (method !== 8) throw new UnsafeZip("it is packed in a strange way")
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, room) })
  } catch {
    throw new UnsafeZip("it is too large unpacked, or broken")
  }
}

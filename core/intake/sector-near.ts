import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

/** What sectors are called by, and what titles of them speak of; the first that fits both is the nearest. */
const NEAR: readonly (readonly [sector: RegExp, title: RegExp])[] = [
  [
    "an toan",
    "an toan, bao ho, che chan, chong truot, chong soc, tai nan, phong chay, pccc, ve sinh, khoi bui, tieng on",
  ],
  [
    "giao duc, dao tao",
    "hoc sinh, giao vien, day hoc, bai giang, mon hoc, lop hoc, lop, hoc lieu, tieu hoc, mam non, tre em",
  ],
  ["y te", "benh nhan, benh vien, nguoi benh, kham benh, dieu duong, thuoc, tiem, cap cuu, xet nghiem"],
  [
    "hanh chinh, chuyen doi so, cong nghe thong tin",
    "phan mem, so hoa, excel, ung dung, app, zalo, ma qr, van ban, thu tuc, ho so dien tu, mot cua, truc tuyen, google",
  ],
  [
    "moi truong, nang luong",
    "tiet kiem dien, tiet kiem nuoc, dien nang, nang luong, den led, xang dau, nuoc thai, rac, phe lieu, tai che, khi thai, moi truong, hoi thua, nhiet thua",
  ],
  ["cong doan", "doan vien, cong doan, nguoi lao dong tham gia, hoat dong van nghe, tu sach"],
  [
    "quan ly, nghiep vu",
    "quan ly, quy trinh, kiem kho, so theo doi, bieu mau, ke hoach, 5s, sap xep kho, cham cong, nghiep vu",
  ],
  [
    "ky thuat, cong nghe, san xuat",
    "may, khuon, do ga, cu ga, dao, bang tai, dong co, thiet bi, bo ga, gia treo, gia do, xe day, chuyen may, dap, han, tien, phay, khoan, cat, lo, bom, co cau, cai tien, che tao",
  ],
].map(([sector = "", title = ""]) => [within(sector), within(title)] as const)

function within(words: string): RegExp {
  return new RegExp(`(?:^| )${oneOf(words)}(?: |$)`)
}

/** What people say they do, and hardly any title names. */
const WORK: readonly (readonly [sector: RegExp, said: RegExp])[] = [
  ["hanh chinh, chuyen doi so, cong nghe thong tin", "lap trinh, van phong, van thu"],
  ["quan ly, nghiep vu", "nhan su, ke toan, kho, sap xep"],
  ["ky thuat, cong nghe, san xuat", "may moc, co khi, co dien, dien, sua chua, nang suat, chat luong, qc"],
].map(([sector = "", said = ""]) => [within(sector), within(said)] as const)

/** The sector that the words of an answer are nearest to; undefined where none says anything. */
export function nearestSaid(answer: string, sectors: readonly string[]): string | undefined {
  return nearestOf(answer, sectors, NEAR) ?? nearestOf(answer, sectors, WORK)
}

/** The sector that a title is nearest to by its words; undefined where none says anything. */
export function nearestSector(title: string, sectors: readonly string[]): string | undefined {
  return nearestOf(title, sectors, NEAR)
}

function nearestOf(words: string, sectors: readonly string[], table: typeof NEAR): string | undefined {
  const said = fold(words).replace(/[^\p{L}\p{N}]+/gu, " ")
  for (const [called, speaks] of table) {
    if (!speaks.test(said)) continue
    const near = sectors.find((sector) => called.test(fold(sector).replace(/[^\p{L}\p{N}]+/gu, " ")))
    if (near !== undefined) return near
  }
  return undefined
}

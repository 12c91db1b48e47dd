import { cut } from "../text/cut.ts"
import { clean } from "../text/fold.ts"
import { DAY_TYPED } from "./effective-day.ts"
import { type TypedHeadcount, takeHeadcount } from "./typed-headcount.ts"

/** A change of the tree as typed; units still by the words they were named with. */
export type TypedReorganisation = { readonly from: string | undefined } & (
  | {
      readonly kind: "add" | "split"
      readonly name: string
      readonly code: string | undefined
      /** The unit above, or the one it was part of. */
      readonly other: string
      readonly headcount: TypedHeadcount | undefined
    }
  | { readonly kind: "count"; readonly unit: string; readonly headcount: TypedHeadcount }
  | { readonly kind: "rename"; readonly unit: string; readonly name: string }
  | { readonly kind: "move" | "merge"; readonly unit: string; readonly other: string }
  | { readonly kind: "close"; readonly unit: string }
)

const LONGEST_NAME = 300
/** Two names and what joins them; its patterns look for an end at every place, which costs the square of the length. */
const LONGEST_TYPED = 1_000
/** A change that was not understood is no name of a unit. */
const BARE_VERB = /^(?:thêm|tách|đổi tên|chuyển|gộp|sáp nhập|nhập|đóng|giải thể)(?=\s|$)/iu
const DAY = new RegExp(
  String.raw`[\s,;]+(?:kể từ|ke tu|từ|tu)\s+(?:ngày\s+|ngay\s+)?(?<from>${DAY_TYPED})\s*[.]?$`,
  "iu",
)
const FORMS = {
  add: /^thêm\s+(?<name>.+?)(?:[\s,(]+mã\s+(?<code>[\p{L}\p{N}._-]+)\)?)?[\s,]+(?:thuộc|vào|dưới)\s+(?<other>.+)$/iu,
  split:
    /^tách\s+(?<name>.+?)(?:[\s,(]+mã\s+(?<code>[\p{L}\p{N}._-]+)\)?)?[\s,]+(?:khỏi|ra khỏi|ra từ|từ)\s+(?<other>.+)$/iu,
  rename: /^đổi tên\s+(?<unit>.+?)\s+(?:thành|sang)\s+(?<name>.+)$/iu,
  move: /^chuyển\s+(?<unit>.+?)\s+(?:về|sang|vào|thuộc)\s+(?<other>.+)$/iu,
  merge: /^(?:gộp|sáp nhập|nhập)\s+(?<unit>.+?)\s+(?:vào|với)\s+(?<other>.+)$/iu,
  close: /^(?:đóng|giải thể)\s+(?<unit>.+)$/iu,
} as const
/** The same words without marks, as many people type them. */
const BARE: readonly (readonly [RegExp, string])[] = [
  [/^them\b/i, "thêm"],
  [/^doi ten\b/i, "đổi tên"],
  [/^chuyen\b/i, "chuyển"],
  [/^(?:gop|sap nhap)\b/i, "gộp"],
  [/^(?:dong|giai the)\b/i, "đóng"],
  [/^tach\b/i, "tách"],
  [/\s(?:ra khoi|khoi|ra tu)\s/i, " khỏi "],
  [/\s(?:thuoc|duoi)\s/i, " thuộc "],
  [/\sthanh\s/i, " thành "],
  [/\sve\s/i, " về "],
  [/\svao\s/i, " vào "],
  [/[\s,(]ma\s/i, " mã "],
]

/** Reads what follows "đơn vị"; undefined when it is none of the changes. */
export function readReorganisation(text: string): TypedReorganisation | undefined {
  const typed = clean(text.slice(0, LONGEST_TYPED))
  const from = DAY.exec(typed)?.groups?.["from"]
  const marked = withMarks(from === undefined ? typed : typed.replace(DAY, ""))
  const { rest, headcount } = takeHeadcount(marked)
  for (const kind of ["add", "split"] as const) {
    const groups = FORMS[kind].exec(rest)?.groups
    if (groups === undefined) continue
    const { other = "", name = "", code } = groups
    return { kind, name: cut(name, LONGEST_NAME), code, other, headcount, from }
  }
  for (const kind of ["rename", "move", "merge", "close"] as const) {
    const groups = FORMS[kind].exec(marked)?.groups
    if (groups === undefined) continue
    const { unit = "", other = "", name = "" } = groups
    if (kind === "rename") return { kind, unit, name: cut(name, LONGEST_NAME), from }
    if (kind === "close") return { kind, unit, from }
    return { kind, unit, other, from }
  }
  const isCounted = headcount !== undefined && rest !== "" && !BARE_VERB.test(rest)
  return isCounted ? { kind: "count", unit: rest, headcount, from } : undefined
}

/** The change as it could have been typed with unit codes, to be obeyed once a unit was chosen by number. */
export function typedAgain(typed: TypedReorganisation): string {
  const day = typed.from === undefined ? "" : ` từ ${typed.from}`
  const counted = (headcount: TypedHeadcount | undefined) => {
    const { members, workers } = headcount ?? {}
    const parts = [
      ...(members === undefined ? [] : [`${members} đoàn viên`]),
      ...(workers === undefined ? [] : [`${workers} người lao động`]),
    ]
    return parts.length === 0 ? "" : ` gồm ${parts.join(", ")}`
  }
  switch (typed.kind) {
    case "add":
    case "split": {
      const [verb, lead] = typed.kind === "add" ? ["thêm", "thuộc"] : ["tách", "khỏi"]
      const code = typed.code === undefined ? "" : ` mã ${typed.code}`
      return `đơn vị ${verb} ${typed.name}${code} ${lead} ${typed.other}${counted(typed.headcount)}${day}`
    }
    case "count":
      return `đơn vị ${typed.unit}${counted(typed.headcount)}${day}`
    case "rename":
      return `đơn vị đổi tên ${typed.unit} thành ${typed.name}${day}`
    case "move":
      return `đơn vị chuyển ${typed.unit} về ${typed.other}${day}`
    case "merge":
      return `đơn vị gộp ${typed.unit} vào ${typed.other}${day}`
    case "close":
      return `đơn vị đóng ${typed.unit}${day}`
    default:
      return typed satisfies never
  }
}

/** Only where the command word itself was typed without marks, or they would be put into names. */
function withMarks(text: string): string {
  const isBare = BARE.filter(([bare]) => bare.source.startsWith("^")).some(([bare]) => bare.test(text))
  return isBare ? BARE.reduce((marked, [bare, word]) => marked.replace(bare, word), text) : text
}

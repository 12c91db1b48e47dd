import { fold } from "../text/fold.ts"
import type { Role } from "./role.ts"

const ROLE_WORDS: readonly { readonly role: Role; readonly words: readonly string[] }[] = [
  { role: "support", words: ["to ho tro", "ho tro", "support"] },
  { role: "officer", words: ["can bo", "pho chu tich", "chu tich", "officer"] },
  { role: "admin", words: ["quan tri vien", "quan tri", "admin"] },
]

/** How a role is typed. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  support: "hỗ trợ",
  officer: "cán bộ",
  admin: "quản trị",
}

/** "cán bộ CĐCS Công ty May TNG": a role, and what follows it; undefined when the words begin with none. */
export function readRole(rest: string): { readonly role: Role; readonly rest: string } | undefined {
  const words = rest.split(/\s+/)
  for (const { role, words: names } of ROLE_WORDS) {
    for (const name of names) {
      const count = name.split(" ").length
      if (fold(words.slice(0, count).join(" ")) === name) return { role, rest: words.slice(count).join(" ") }
    }
  }
  return undefined
}

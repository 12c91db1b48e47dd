const WORD = String.raw`(?:(?:v[ớo]i\s+)?l[ýíyi]\s+do(?:\s+l[àa](?=[\s:：]))?|vì|vi(?!\s+(?:phạm|pham|sinh))|do|tại|tai(?!\s+(?:nạn|nan|mũi|mui))|bởi|boi)(?=[\s:：]|$)`

/**
 * What opens a reason, and the space or colon behind it: "vì", "lý do:", "bởi vì", "vì lý do là", with or without marks. Part of a pattern;
 * for typed words it takes the flags "iu", folded ones fit without.
 */
export const REASON_OPENS: string = String.raw`${WORD}(?:[\s:：]+${WORD})*[\s:：]*`

const OPENING = new RegExp(`^${REASON_OPENS}`, "iu")

/** Whether the words begin by saying that a reason follows; "vi phạm quy chế" is one already. */
export function opensReason(typed: string): boolean {
  return OPENING.test(typed)
}

/** The reason without what opens it: "vì trùng", "lý do: trùng" give "trùng". */
export function reasonOf(typed: string): string {
  return typed.replace(OPENING, "").trim()
}

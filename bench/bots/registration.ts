import pg from "pg"

/** What the dialogue of the peers has gathered so far. */
export type Draft = { readonly title?: string; readonly change?: string; readonly benefit?: string }

/** For peers that keep a state and have no steps of their own. */
export type Dialogue = Draft & { readonly step?: "title" | "change" | "benefit" | "which" | "sector" }

type Initiatives = {
  readonly client: pg.Client
  /** Answers the new number. */
  add(personId: number, draft: Draft, sector: string): Promise<number>
}

/** The peers' table of initiatives, the same for all of them. */
export async function openInitiatives(url: string): Promise<Initiatives> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create table if not exists initiative_of_peer (
    number bigint generated always as identity primary key, person_id bigint not null, title text not null,
    change text, benefit text, sector text, registered_at timestamptz not null default now())`)
  return {
    client,
    add: async (personId, draft, sector) => {
      const { rows } = await client.query<{ number: string }>(
        `insert into initiative_of_peer (person_id, title, change, benefit, sector)
         values ($1, $2, $3, $4, $5) returning number`,
        [personId, draft.title, draft.change, draft.benefit, sector],
      )
      return Number(rows[0]?.number)
    },
  }
}

export const QUESTIONS = {
  title: "Tên sáng kiến là gì? (ví dụ: Cải tiến cữ gá may túi hộp)",
  change: 'Trước đây làm thế nào, nay thay đổi gì? ("bỏ qua" nếu để sau)',
  benefit: 'Làm lợi khoảng bao nhiêu? (ví dụ 50 triệu/năm; "không tính được")',
  which: "Anh/chị muốn nói: 1. 3,843 tỷ đồng  2. 3.843 tỷ đồng?",
  sector: "Lĩnh vực? 1. Kỹ thuật 2. Quản lý 3. Khác",
} as const

export function receipt(number: number, title: string): string {
  return `✅ SK-${String(number).padStart(6, "0")} · ${title}`
}

/** One message further: what is to be kept, and what to be said once it is. */
export async function goOn(
  initiatives: Initiatives,
  personId: number,
  dialogue: Dialogue,
  text: string,
): Promise<{ readonly next: Dialogue; readonly answer: string }> {
  switch (dialogue.step) {
    case undefined:
      return { next: { step: "title" }, answer: QUESTIONS.title }
    case "title":
      return { next: { step: "change", title: text }, answer: QUESTIONS.change }
    case "change":
      return { next: { ...dialogue, step: "benefit", change: text }, answer: QUESTIONS.benefit }
    case "benefit":
      return { next: { ...dialogue, step: "which", benefit: text }, answer: QUESTIONS.which }
    case "which":
      return { next: { ...dialogue, step: "sector" }, answer: QUESTIONS.sector }
    default: {
      const number = await initiatives.add(personId, dialogue, text)
      return { next: {}, answer: receipt(number, dialogue.title ?? "") }
    }
  }
}

/**
 * What the server tells the page; see bot/web/history.ts and bot/web/routes.ts.
 *
 * @typedef {{ text: string, strong: boolean }} Piece
 * @typedef {{ id: string, from: string, text: string }} Quote
 * @typedef {{ id: string, name: string, part: "member" | "support" | "officer" }} Person
 * @typedef {{ id: string, name: string, kind: "group" | "private", description?: string, person?: string }} Room
 * @typedef {{
 *   bot: { id: string, name: string },
 *   people: Person[],
 *   rooms: Room[],
 *   suggestions: Record<Person["part"], string[]>,
 *   timeZone: string,
 * }} Cast
 * @typedef {{
 *   id: string,
 *   room: string,
 *   from: string,
 *   at: string,
 *   seq: number,
 *   pieces: Piece[],
 *   replyTo?: Quote,
 *   choices?: { ask: string, labels: string[] },
 *   pressed?: number,
 *   picture?: { url: string, alt: string, width: number, height: number },
 *   file?: { url: string, name: string },
 *   onlyFor?: string,
 * }} Message
 * @typedef {{ name: string, album: string }} Attached a file that waits; its bytes are kept beside, for this page's life only
 * @typedef {{ text: string } | { sticker: string } | { file: Attached, caption: string }} Words
 * @typedef {Words | { press: { ask: string, option: number } }} Content
 * @typedef {{ clientId: string, person: string, room: string, replyTo?: Quote, at: string } & Content} Post
 * @typedef {Post & { state: "sending" | "failed", why?: string, final?: boolean }} Unsent
 * @typedef {{ person: Person, room: Room | undefined }} Place who plays and which room is open
 * @typedef {{
 *   reply: (message: Message) => void,
 *   press: (message: Message, option: number) => void,
 *   retry: (unsent: Unsent) => void,
 *   drop: (unsent: Unsent) => void,
 *   suggest: (text: string) => void,
 *   jump: (id: string) => void,
 * }} Acts what can be done in the log
 */

export {}

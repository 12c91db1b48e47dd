import { describe, expect, test } from "vitest"
import type { CommandName } from "../command/command.ts"
import { PHRASES } from "../command/phrase.ts"
import { readCommand } from "../command/read.ts"
import type { Context } from "../conversation/context.ts"
import { decide } from "../conversation/decide.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import type { Reads } from "../conversation/reads.ts"
import {
  aContext,
  aMessage,
  aMoment,
  aPerson,
  aRunningCampaign,
  aUnitRef,
  BOT,
  CHAT,
  readsOf,
  readsOfUnits,
} from "../conversation/testing.ts"
import type { ExportRecord } from "../export/fields.ts"
import type { OfficeHolder } from "../people/office.ts"
import { TallyError } from "../tally/plan.ts"

const ROOT = aUnitRef("TINH", "CĐ TINH")
const KCN = aUnitRef("KCN", "CĐ KCN", "TINH")
const INSIDE = aUnitRef("KCN-01", "CĐ KCN-01", "TINH", "KCN")
const OUTSIDE = aUnitRef("GD-01", "CĐ GD-01", "TINH", "GD")
const CAMPAIGN = aRunningCampaign(ROOT, {
  emulation: {
    criteria: [{ code: "ke-hoach", name: "Có kế hoạch", by: "declared", points: 10 }],
    clusters: [],
    grades: [],
  },
})

/** Whoever acts has the role for KCN; an initiative stands inside or outside of it, SK-000001 waiting, SK-000002 recognised. */
type Place = "inside" | "outside"
const ROLES = ["stranger", "member", "support", "officer", "admin"] as const
type Who = (typeof ROLES)[number]

const unitIn = (place: Place) => (place === "inside" ? INSIDE : OUTSIDE)

const EXPORTED: ExportRecord = {
  number: 2,
  status: "recognized",
  title: "Cải tiến",
  author: "An",
  coAuthors: null,
  submitter: null,
  unitCode: "",
  unit: "CĐ",
  sector: null,
  description: null,
  confidential: false,
  benefit: null,
  benefitVnd: null,
  registeredAt: 0,
  recognizedAt: 0,
  onPortalAt: null,
  portalCode: null,
  scope: null,
  decision: null,
  decidedOn: null,
  firstAppliedOn: null,
}

function dossier(number: number, place: Place): Dossier {
  return {
    id: `id-${number}`,
    number,
    title: "Cải tiến cữ gá may túi hộp",
    status: number === 2 ? "recognized" : "registered",
    unit: unitIn(place),
    authorId: "author",
    submitterId: "author",
    authorName: "Nguyễn Văn An",
    createdAt: 0,
    description: undefined,
    sector: undefined,
    benefit: undefined,
    registeredAt: 0,
    firstAppliedOn: undefined,
    submitterName: "Nguyễn Văn An",
    acceptedOn: undefined,
    recognition: undefined,
    onPortal: undefined,
    disowned: false,
    confidential: false,
    photos: 0,
    documents: 0,
    judgedWords: undefined,
    tell: { personId: "author", chat: CHAT, bot: BOT, isGroup: false },
    tellCoAuthors: [],
  }
}

function reads(place: Place): Partial<Reads> {
  const notBegun = async () => {
    throw new TallyError("not begun")
  }
  return {
    ...readsOfUnits([ROOT, KCN, INSIDE, OUTSIDE]),
    hasSubUnits: async (id) => id === "TINH" || id === "KCN",
    initiative: async (number) => dossier(number, place),
    registrationElsewhere: async () => undefined,
    initiativesOf: async () => ({ total: 0, newest: [] }),
    handedInBy: async () => ({ total: 0, newest: [] }),
    dossiers: async (numbers) => numbers.map((number) => dossier(number, place)),
    history: async () => [],
    // As the store does: only what stands at or below the units.
    waiting: async (unitIds) => {
      const next = dossier(1, place)
      const isTheirs = next.unit.path.some((id) => unitIds.includes(id))
      return isTheirs ? { count: 1, overdue: 0, next } : { count: 0, overdue: 0, next: undefined }
    },
    waitingNumbers: async () => [],
    recordedIn: async () => [],
    accountCode: async () => undefined,
    wrongCodes: async () => 0,
    similar: async () => [],
    team: async (number) => ({ ...dossier(number, place), coAuthors: [], author: undefined }),
    openAsk: async () => undefined,
    search: async () => [],
    spread: async () => ({ units: 0, unitIds: [] }),
    personNamed: async () => undefined,
    askedFor: async () => [],
    unclaimed: async () => [],
    isNamedByOthers: async () => false,
    reachableIn: async () => [],
    privateChatOf: async () => undefined,
    portalCodeOwners: async () => new Map(),
    exportSize: async () => 1,
    askedBack: async () => ({ total: 0, page: [] }),
    recognizedByScope: async () => ({ co_so: 0, tinh: 0, toan_quoc: 0 }),
    exportRecord: async () => EXPORTED,
    invitation: async () => undefined,
    targetOf: async () => ({
      phase: { code: "gd1", name: "Giai đoạn 1", endsOn: "2099-12-31" },
      target: 10,
      assigned: undefined,
      pledged: undefined,
      below: [],
    }),
    unitsBelow: async (unitId) => ({
      whole: { code: unitId, name: unitId, units: 0, members: 1, workers: 1 },
      below: [],
    }),
    unitHistory: async () => ({ units: [], versions: [], headcounts: [] }),
    groups: async () => ({ total: 0, groups: [] }),
    group: async (chat) => ({
      chat,
      bot: BOT,
      title: "Nhóm",
      unit: unitIn(place),
      state: "open",
      postedAt: undefined,
    }),
    journal: async () => ({ total: 0, entries: [] }),
    offices: async (ask) => ("person" in ask ? [OFFICE] : []),
    administrators: async () => [],
    honours: async () => ({ units: [], people: [], breakthroughs: [], uncompared: 0 }),
    phaseTarget: async () => undefined,
    progress: notBegun,
    scores: notBegun,
    tally: notBegun,
    openRequests: async () => [],
    dataRequest: async (number) => ({
      id: "yc",
      number,
      name: "Bình",
      kind: "correct",
      words: "Bỏ tên em",
      receivedAt: 0,
      asked: { chat: CHAT, bot: BOT },
      dueOn: "1970-01-11",
      extended: false,
      state: "open",
      unit: unitIn(place),
    }),
    openRequestsFrom: async () => 0,
    officersFor: async () => [],
    newRequestNumber: async () => 1,
    reminders: async () => [],
    reminder: async () => undefined,
    reminderField: notBegun,
    campaigns: async () => [CAMPAIGN],
    hashCode: (code) => code,
    entrance: () => ({ link: "https://t.me/bot", carries: true }),
    newCode: () => "code",
  }
}

const OFFICE: OfficeHolder = {
  grantId: "g",
  personId: "x",
  name: "Trần X",
  role: "officer",
  unit: KCN,
  since: 0,
  tell: undefined,
}

function context(who: Who, place: Place, kind: "private" | "group"): Context {
  const grants = who === "stranger" || who === "member" ? [] : [{ role: who, unit: KCN }]
  const person = who === "stranger" ? undefined : aPerson({ id: "x", name: "Trần X", unit: KCN, grants })
  return aContext({ groupOf: kind === "group" ? unitIn(place) : undefined, person, campaign: CAMPAIGN })
}

/** What is done, else the key of the sentence that is said first, with its reason. */
async function outcome(text: string, who: Who, place: Place, read = reads(place)): Promise<string> {
  const decision = await decided(text, who, place, read)
  if ((decision.register?.length ?? 0) > 0) return "DONE"
  if (decision.changes?.some(({ do: done }) => done === "judge" || done === "amend")) return "DONE"
  if (decision.dialogue?.step === "review") return "DONE"
  const [first] = decision.say?.[0]?.content.phrases ?? []
  if (first === undefined || !("key" in first)) return "nothing"
  const why = first.args?.["why"] ?? first.args?.["counted"]
  return why === undefined ? first.key : `${first.key}:${why}`
}

const IN_GROUP = "[nhóm] "

async function decided(typed: string, who: Who, place: Place, read: Partial<Reads>): Promise<Decision> {
  const kind = typed.startsWith(IN_GROUP) ? "group" : "private"
  const text = typed.replace(IN_GROUP, "").replace("{unit}", unitIn(place).code)
  const incoming = aMessage(text, { chat: { id: CHAT, kind } })
  return await decide(context(who, place, kind), incoming, aMoment(1_000), readsOf(read))
}

/** What comes of it for each role, inside its units and outside of them where that differs: "DONE | not-yours". */
type Row = readonly [
  text: string,
  stranger: string,
  member: string,
  support: string,
  officer: string,
  admin: string,
]

/** Read only in the sentences of officers. */
type OfficersOwn = "askFirst" | "moveRecord"
const OFFICERS_OWN: Readonly<Record<OfficersOwn, readonly Row[]>> = {
  askFirst: [
    [
      "SK-000001 không mới",
      "not-understood",
      "mine-line",
      "mine-line",
      "ask-first-refuse | not-judged:outside",
      "ask-first-refuse | not-judged:outside",
    ],
  ],
  moveRecord: [
    [
      "chuyển SK-000001 sang KCN",
      "unit-wrong-info",
      "unit-wrong-info",
      "unit-wrong-info",
      "move-ask | not-moved:outside",
      "move-ask | not-moved:outside",
    ],
  ],
}

/** `{unit}` is a unit inside or outside of what they have the role for, and so is the initiative, the group, the request. */
const TABLE: Readonly<Record<Exclude<CommandName, OfficersOwn>, readonly Row[]>> = {
  register: [["đăng ký: Cải tiến cữ gá may túi hộp", "consent-notice", "DONE", "DONE", "DONE", "DONE"]],
  registerFor: [
    [
      "đăng ký hộ Lê Hoa: Máng trượt đưa phôi vào máy ({unit})",
      "behalf-not-allowed",
      "behalf-not-allowed",
      "DONE | behalf-failed:outside",
      "DONE | behalf-failed:outside",
      "DONE | behalf-failed:outside",
    ],
  ],
  add: [
    [
      "bổ sung SK-000001 đã áp dụng 2 chuyền",
      "not-yours",
      "not-yours",
      "not-yours",
      "DONE | not-yours",
      "DONE | not-yours",
    ],
  ],
  edit: [
    [
      "sửa SK-000001: Cải tiến khuôn dập chi tiết loa",
      "not-yours",
      "not-yours",
      "not-yours",
      "DONE | not-yours",
      "DONE | not-yours",
    ],
    [
      "sửa SK-000002 làm lợi: 60tr",
      "not-yours",
      "not-yours",
      "not-yours",
      "DONE | not-yours",
      "DONE | not-yours",
    ],
  ],
  cancel: [
    [
      "hủy SK-000001 vì gửi nhầm",
      "not-yours",
      "not-yours",
      "not-yours",
      "withdrawn | not-yours",
      "withdrawn | not-yours",
    ],
    [
      "hủy SK-000002 vì gửi nhầm",
      "not-yours",
      "not-yours",
      "not-yours",
      "take-back-first | not-yours",
      "take-back-first | not-yours",
    ],
  ],
  resume: [
    [
      "tiếp",
      "nothing-to-resume",
      "nothing-to-resume",
      "nothing-to-resume",
      "nothing-to-resume",
      "nothing-to-resume",
    ],
  ],
  back: [["quay lại", "no-dialogue", "no-dialogue", "no-dialogue", "no-dialogue", "no-dialogue"]],
  skip: [["bỏ qua", "no-dialogue", "no-dialogue", "no-dialogue", "no-dialogue", "no-dialogue"]],
  mine: [["của tôi", "mine-none", "mine-none", "mine-none", "mine-none", "mine-none"]],
  progress: [
    [
      "tiến độ {unit}",
      "progress-too-early",
      "progress-too-early",
      "progress-too-early",
      "progress-too-early",
      "progress-too-early",
    ],
  ],
  ranking: [
    [
      "bảng xếp hạng {unit}",
      "progress-too-early",
      "progress-too-early",
      "progress-too-early",
      "progress-too-early",
      "progress-too-early",
    ],
  ],
  coAuthor: [
    [
      "đồng tác giả SK-000001",
      "co-author-unknown-person",
      "co-author-unreachable",
      "co-author-unreachable",
      "co-author-team | co-author-unreachable",
      "co-author-team | co-author-unreachable",
    ],
    [
      "đồng tác giả SK-000001 Trần Thị Lan 40%",
      "co-author-unknown-person",
      "not-yours",
      "not-yours",
      "co-author-team | not-yours",
      "co-author-team | not-yours",
    ],
  ],
  use: [["dùng SK-000001", "use-no-unit", "used", "used", "used", "used"]],
  keepSecret: [
    [
      "bảo mật SK-000001",
      "not-yours",
      "not-yours",
      "not-yours",
      "made-confidential | not-yours",
      "made-confidential | not-yours",
    ],
  ],
  makeOpen: [
    [
      "công khai SK-000001",
      "not-yours",
      "not-yours",
      "not-yours",
      "made-open | not-yours",
      "made-open | not-yours",
    ],
  ],
  search: [["tìm cữ gá", "search-none", "search-none", "search-none", "search-none", "search-none"]],
  myData: [
    ["dữ liệu của tôi", "my-data-none", "my-data-menu", "my-data-menu", "my-data-menu", "my-data-menu"],
  ],
  correctName: [
    [
      "sửa tên tôi",
      "my-data-none",
      "my-data-name-ask",
      "my-data-name-ask",
      "my-data-name-ask",
      "my-data-name-ask",
    ],
  ],
  correctUnit: [["tôi đổi đơn vị", "my-data-none", "unit-ask", "unit-ask", "unit-ask", "unit-ask"]],
  askRequest: [
    [
      "yêu cầu dữ liệu: bỏ tên em",
      "request-which",
      "request-which",
      "request-which",
      "request-which",
      "request-which",
    ],
  ],
  requests: [
    [
      "yêu cầu YC-1",
      "request-which",
      "request-which",
      "request-which",
      "request-line | request-unknown",
      "request-line | request-unknown",
    ],
  ],
  answerRequest: [
    [
      "trả lời YC-1 Đã bỏ tên",
      "officers-only",
      "officers-only",
      "officers-only",
      "request-answered | request-unknown",
      "request-answered | request-unknown",
    ],
  ],
  extendRequest: [
    [
      "gia hạn YC-1 cần hỏi CĐCS",
      "officers-only",
      "officers-only",
      "officers-only",
      "request-extended | request-unknown",
      "request-extended | request-unknown",
    ],
  ],
  help: [["trợ giúp", "help", "help", "help-support", "help-officer", "help-officer"]],
  entrance: [["link đăng ký {unit}", "entrance", "entrance", "entrance", "entrance", "entrance"]],
  claim: [
    [
      "mã 2222-3333-4444",
      "claim-unknown",
      "claim-unknown",
      "claim-unknown",
      "claim-unknown",
      "claim-unknown",
    ],
  ],
  link: [
    [
      "[nhóm] liên kết {unit}",
      "link-officers-only",
      "link-officers-only",
      "link-officers-only",
      "link-confirm | link-taken",
      "link-confirm | link-taken",
    ],
    ["liên kết {unit}", "link-in-group", "link-in-group", "link-in-group", "link-in-group", "link-in-group"],
  ],
  unlink: [
    [
      "[nhóm] gỡ liên kết",
      "officers-only",
      "officers-only",
      "officers-only",
      "group-unlinked-here | unit-outside",
      "group-unlinked-here | unit-outside",
    ],
  ],
  address: [
    [
      "[nhóm] xưng hô đồng chí",
      "officers-only",
      "officers-only",
      "officers-only",
      "address-set | unit-outside",
      "address-set | unit-outside",
    ],
    ["xưng hô đồng chí", "officers-only", "officers-only", "officers-only", "address-how", "address-how"],
  ],
  groups: [
    [
      "nhóm của {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "groups-none | unit-outside",
      "groups-none | unit-outside",
    ],
  ],
  journal: [
    [
      "nhật ký {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "journal-none | unit-outside",
      "journal-none | unit-outside",
    ],
  ],
  roles: [
    [
      "vai trò {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "roles-none | unit-outside",
      "roles-none | unit-outside",
    ],
  ],
  campaigns: [
    ["chương trình", "campaign-line", "campaign-line", "campaign-line", "campaign-line", "campaign-line"],
  ],
  withdrawRole: [
    ["thu hồi vai trò", "officers-only", "officers-only", "officers-only", "roles-none", "roles-none"],
  ],
  handOver: [
    ["bàn giao", "officers-only", "officers-only", "hand-over-code", "hand-over-code", "hand-over-code"],
  ],
  invite: [
    [
      "mời hỗ trợ {unit}",
      "officers-only",
      "officers-only",
      "invite-not-allowed",
      "invited | invite-not-allowed",
      "invited | invite-not-allowed",
    ],
    [
      "mời cán bộ {unit}",
      "officers-only",
      "officers-only",
      "invite-not-allowed",
      "invited | invite-not-allowed",
      "invited | invite-not-allowed",
    ],
    [
      "mời quản trị {unit}",
      "officers-only",
      "officers-only",
      "invite-not-allowed",
      "invite-admins-only | invite-not-allowed",
      "invited | invite-not-allowed",
    ],
    [
      "[nhóm] mời hỗ trợ {unit}",
      "officers-only",
      "officers-only",
      "invite-in-private",
      "invite-in-private",
      "invite-in-private",
    ],
  ],
  review: [
    ["duyệt", "officers-only", "officers-only", "officers-only", "DONE | review-none", "DONE | review-none"],
    [
      "duyệt SK-000001",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | not-judged:outside",
      "DONE | not-judged:outside",
    ],
    [
      "duyệt quá hạn",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | review-none",
      "DONE | review-none",
    ],
    [
      "duyệt chờ bổ sung {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "asked-back-none | unit-outside",
      "asked-back-none | unit-outside",
    ],
    [
      "duyệt quá hạn {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | unit-outside",
      "DONE | unit-outside",
    ],
    [
      "[nhóm] duyệt",
      "officers-only",
      "officers-only",
      "officers-only",
      "review-in-private",
      "review-in-private",
    ],
  ],
  recognize: [
    [
      "công nhận SK-000001",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | not-judged:outside",
      "DONE | not-judged:outside",
    ],
    // It is recognised already.
    [
      "công nhận SK-000002 cấp tỉnh",
      "officers-only",
      "officers-only",
      "officers-only",
      "judged-restated | not-judged:outside",
      "judged-restated | not-judged:outside",
    ],
    ["công nhận tất cả", "officers-only", "officers-only", "officers-only", "review-none", "review-none"],
    [
      "công nhận tất cả của {unit} cấp cơ sở",
      "officers-only",
      "officers-only",
      "officers-only",
      "review-none | unit-outside",
      "review-none | unit-outside",
    ],
  ],
  accept: [
    [
      "tiếp nhận SK-000001 ngày 1/1",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | not-judged:outside",
      "DONE | not-judged:outside",
    ],
  ],
  askMore: [
    [
      "hỏi thêm SK-000001 cho em xin số liệu",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | not-judged:outside",
      "DONE | not-judged:outside",
    ],
  ],
  refuse: [
    [
      "từ chối SK-000001 vì trùng",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | not-judged:outside",
      "DONE | not-judged:outside",
    ],
  ],
  merge: [
    [
      "gộp SK-000001 vào SK-000002",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | not-judged:outside",
      "DONE | not-judged:outside",
    ],
  ],
  split: [
    [
      "tách SK-000001 thành 2",
      "officers-only",
      "officers-only",
      "officers-only",
      "split-how | not-yours",
      "split-how | not-yours",
    ],
  ],
  onPortal: [
    [
      "lên cổng SK-000002 CP-889123",
      "officers-only",
      "officers-only",
      "officers-only",
      "DONE | not-judged:outside",
      "DONE | not-judged:outside",
    ],
  ],
  takeBack: [
    [
      "thu hồi công nhận SK-000002 nhầm mã",
      "officers-only",
      "officers-only",
      "officers-only",
      "taken-back | not-taken-back:outside",
      "taken-back | not-taken-back:outside",
    ],
  ],
  remind: [
    [
      "nhắc {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "remind-when | remind-outside",
      "remind-when | remind-outside",
    ],
    ["nhắc", "officers-only", "officers-only", "officers-only", "remind-none", "remind-none"],
    ["tắt nhắc", "reminders-unknown", "reminders-off", "reminders-off", "reminders-off", "reminders-off"],
  ],
  tally: [
    [
      "tổng hợp tuần {unit}",
      "tally-officers-only",
      "tally-officers-only",
      "tally-officers-only",
      "progress-too-early | unit-outside",
      "progress-too-early | unit-outside",
    ],
    [
      "tổng hợp làm lợi từ 1 tỷ {unit}",
      "tally-officers-only",
      "tally-officers-only",
      "tally-officers-only",
      "progress-too-early | unit-outside",
      "progress-too-early | unit-outside",
    ],
    [
      "tổng hợp người tham gia {unit}",
      "tally-officers-only",
      "tally-officers-only",
      "tally-officers-only",
      "progress-too-early | unit-outside",
      "progress-too-early | unit-outside",
    ],
  ],
  compare: [
    [
      "so sánh tháng",
      "tally-officers-only",
      "tally-officers-only",
      "tally-officers-only",
      "compare-nothing",
      "compare-nothing",
    ],
    [
      `${IN_GROUP}so sánh tháng`,
      "tally-officers-only",
      "tally-officers-only",
      "tally-officers-only",
      "compare-nothing | unit-outside",
      "compare-nothing | unit-outside",
    ],
  ],
  movement: [
    [
      "tăng nhiều nhất {unit}",
      "tally-officers-only",
      "tally-officers-only",
      "tally-officers-only",
      "progress-too-early | unit-outside",
      "progress-too-early | unit-outside",
    ],
  ],
  scores: [
    [
      "điểm thi đua {unit}",
      "score-not-yours",
      "score-not-yours",
      "progress-too-early | score-not-yours",
      "progress-too-early | score-not-yours",
      "progress-too-early | score-not-yours",
    ],
    [
      "bảng điểm thi đua TINH",
      "score-table-officers",
      "score-table-officers",
      "score-table-officers",
      "unit-outside",
      "unit-outside",
    ],
  ],
  mark: [
    [
      "chấm điểm {unit} mục 1 8",
      "officers-only",
      "officers-only",
      "officers-only",
      "progress-too-early | score-mark-not-yours",
      "progress-too-early | score-mark-not-yours",
    ],
    [
      "chấm điểm KCN mục 1 8",
      "officers-only",
      "officers-only",
      "officers-only",
      "score-mark-not-yours",
      "score-mark-not-yours",
    ],
  ],
  scopes: [
    [
      "cấp công nhận {unit}",
      "tally-officers-only",
      "tally-officers-only",
      "tally-officers-only",
      "progress-too-early | unit-outside",
      "progress-too-early | unit-outside",
    ],
  ],
  whoLags: [
    [
      "đơn vị nào chưa đạt của {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "remind-too-early | unit-outside",
      "remind-too-early | unit-outside",
    ],
  ],
  targets: [
    ["chỉ tiêu {unit}", "target-shown", "target-shown", "target-shown", "target-shown", "target-shown"],
    [
      "chỉ tiêu {unit} 80",
      "officers-only",
      "officers-only",
      "officers-only",
      "target-set | target-not-yours",
      "target-set | target-not-yours",
    ],
    // Whoever has it here has a role for a part of the federation only.
    [
      "bỏ giai đoạn 1",
      "schedule-not-yours",
      "schedule-not-yours",
      "schedule-not-yours",
      "schedule-not-yours",
      "schedule-not-yours",
    ],
  ],
  pledge: [
    [
      "phấn đấu {unit} 100",
      "officers-only",
      "officers-only",
      "officers-only",
      "pledge-set | pledge-not-yours",
      "pledge-set | pledge-not-yours",
    ],
  ],
  units: [
    [
      "đơn vị đóng {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "units-problem:unknown | units-not-yours",
      "units-problem:unknown | units-not-yours",
    ],
  ],
  unitList: [
    [
      "danh sách đơn vị thuộc {unit}",
      "units-head:none",
      "units-head:none",
      "units-head:none",
      "units-head:both | units-head:none",
      "units-head:both | units-head:none",
    ],
  ],
  export: [
    [
      "xuất sáng kiến {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "export-initiatives | unit-outside",
      "export-initiatives | unit-outside",
    ],
    [
      "xuất cổng {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "export-initiatives | unit-outside",
      "export-initiatives | unit-outside",
    ],
    [
      "xuất tổng hợp tuần {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "export-nothing | unit-outside",
      "export-nothing | unit-outside",
    ],
  ],
  portalCard: [
    [
      "thẻ SK-000002",
      "officers-only",
      "officers-only",
      "card-line | not-judged:outside",
      "card-line | not-judged:outside",
      "card-line | not-judged:outside",
    ],
  ],
  requestForm: [
    [
      "đơn SK-000002",
      "form-not-yours",
      "form-not-yours",
      "form-not-yours",
      "form-made | form-not-yours",
      "form-made | form-not-yours",
    ],
  ],
  look: [
    ["SK-000001", "mine-line", "mine-line", "mine-line", "DONE | mine-line", "DONE | mine-line"],
    ["xem SK-000002", "mine-line", "mine-line", "mine-line", "mine-line", "mine-line"],
  ],
  history: [
    [
      "lịch sử SK-000002",
      "history-not-theirs",
      "history-not-theirs",
      "history-not-theirs",
      "mine-line | history-not-theirs",
      "mine-line | history-not-theirs",
    ],
  ],
  disown: [
    [
      "không phải của tôi SK-000001",
      "disown-not-named",
      "disown-not-named",
      "disown-not-named",
      "disown-not-named",
      "disown-not-named",
    ],
  ],
  own: [["đúng của tôi", "own-none", "own-none", "own-none", "own-none", "own-none"]],
  honour: [
    [
      "vinh danh tháng {unit}",
      "officers-only",
      "officers-only",
      "officers-only",
      "honour-none | unit-outside",
      "honour-none | unit-outside",
    ],
  ],
  askRule: [
    [
      "sáng kiến thì được thưởng bao nhiêu",
      "reward-info",
      "reward-info",
      "reward-info",
      "reward-info",
      "reward-info",
    ],
  ],
  greet: [["chào em", "greet-back", "greet-back", "greet-back", "greet-back", "greet-back"]],
  thanks: [["cảm ơn em", "welcome", "welcome", "welcome", "welcome", "welcome"]],
}

test("every command word stands in the table, so that a new one without its rights is missed here", () => {
  expect(Object.keys(TABLE).toSorted()).toEqual([...new Set(PHRASES.map(({ name }) => name))].toSorted())
})

describe.each(Object.entries({ ...TABLE, ...OFFICERS_OWN }))("%s", (name, rows) => {
  const cases = rows.flatMap(([text, ...outcomes]) =>
    ROLES.flatMap((who, at) => {
      const [inside = "", outside = inside] = (outcomes[at] ?? "").split(" | ")
      return [
        [text, who, "inside", inside],
        [text, who, "outside", outside],
      ] as const
    }),
  )
  test.each(cases)("%s: %s, %s", async (text, who, place, expected) => {
    const typed = text.replace(IN_GROUP, "").replace("{unit}", unitIn(place).code)
    expect(readCommand(typed, { officer: name in OFFICERS_OWN })?.name).toBe(name)
    expect(await outcome(text, who, place)).toBe(expected)
  })
})

test("nothing is merged into what another federation has, nor told of it", async () => {
  const unitOf = (number: number) => (number === 2 ? aUnitRef("KHAC", "CĐ KHAC") : INSIDE)
  const beside = {
    ...reads("inside"),
    dossiers: async (numbers: readonly number[]) =>
      numbers.map((number) => ({ ...dossier(number, "inside"), unit: unitOf(number) })),
  }
  const merged = await outcome("gộp SK-000001 vào SK-000002", "officer", "inside", beside)
  expect(merged).toBe("code-unknown")
})

describe("a reminder typed without its mark", () => {
  // For an officer it gets as far as the reminder, which asks when.
  test.each([
    ["nhac KCN-01", "officer", "remind-when"],
    ["nhac kcn-01", "admin", "remind-when"],
    ["nhac KCN-01 3h", "officer", "remind-which-when"],
    ["nhac KCN-01", "support", "not-understood"],
    ["nhac KCN-01", "member", "not-understood"],
    ["nhac GD-01", "officer", "sentence-which"],
    ["nhac hay qua", "officer", "not-understood-officer"],
  ] as const)("%s by %s", async (text, who, expected) => {
    expect(await outcome(text, who, "inside")).toBe(expected)
  })
})

import { campaignsCommand } from "../campaign/campaigns.ts"
import type { Schedule } from "../campaign/periods.ts"
import { reorganiseCommand } from "../campaign/reorganise.ts"
import { scheduleCommand } from "../campaign/schedule.ts"
import { pledge, setsUnitsTarget, targetCommand } from "../campaign/set-target.ts"
import { unitList } from "../campaign/unit-list.ts"
import {
  asksAboutDoing,
  asksWhetherItMay,
  holdsBack,
  withoutAsking,
  wondersAbout,
} from "../command/asked-of-record.ts"
import type { Command, CommandName } from "../command/command.ts"
import { ALL_WAITING } from "../command/command-shapes.ts"
import { ABOUT_FIGURES } from "../command/figure-commands.ts"
import { REOPENED, RESTATED } from "../command/officer-words.ts"
import { scores } from "../emulation/ask.ts"
import { mark } from "../emulation/mark.ts"
import { exportOnDemand } from "../export/ask.ts"
import { portalCard } from "../export/portal-card.ts"
import { takeBackFiles } from "../file/taken-back.ts"
import { honour } from "../honour/ask.ts"
import { adopt } from "../ideas/adopt.ts"
import { coAuthor } from "../ideas/co-author.ts"
import { history } from "../ideas/history.ts"
import { look } from "../ideas/look.ts"
import { search } from "../ideas/search.ts"
import { add, edit } from "../intake/amend.ts"
import { disown, own } from "../intake/authorship.ts"
import { initiativeCode, namesCode } from "../intake/code.ts"
import { registerFor } from "../intake/on-behalf.ts"
import { cancel, confide, mine } from "../intake/own.ts"
import { register } from "../intake/register.ts"
import { cancelWhich } from "../intake/which-initiative.ts"
import { requestFormOnDemand } from "../paper/request-form.ts"
import { address } from "../people/address.ts"
import { claim, invite } from "../people/claim.ts"
import { answerRequest, extendRequest, requests } from "../people/data-request-answer.ts"
import { askRequest } from "../people/data-request-ask.ts"
import { comeBy, entrance, unitOfStart } from "../people/entrance.ts"
import { groups, unlink } from "../people/group.ts"
import { journal } from "../people/journal.ts"
import { link } from "../people/link.ts"
import { myData } from "../people/my-data.ts"
import { correctName, correctUnit } from "../people/my-data-correct.ts"
import { isOfficer, officerGrants } from "../people/role.ts"
import { handOver, roles, withdrawRole } from "../people/roles.ts"
import { remind } from "../reminder/ask.ts"
import { whoLags } from "../reminder/who-lags.ts"
import { askFirst } from "../review/ask-first.ts"
import { accept, askMore, putOnPortal, recognize, refuse } from "../review/judge.ts"
import { merge, split } from "../review/merge.ts"
import { moveRecord } from "../review/move-record.ts"
import { review } from "../review/queue.ts"
import { acceptAll, recognizeAll } from "../review/recognize-all.ts"
import { reopen } from "../review/reopen.ts"
import { takeBack } from "../review/take-back.ts"
import { progress, ranking } from "../tally/ask.ts"
import { tallyAsked } from "../tally/asked-for.ts"
import { compare } from "../tally/compare.ts"
import { movement } from "../tally/movement.ts"
import { scopes } from "../tally/scopes.ts"
import { fold } from "../text/fold.ts"
import { commandByParts } from "./asked-by-parts.ts"
import { askedInstead } from "./asked-instead.ts"
import type { Context } from "./context.ts"
import { type Decision, SILENCE } from "./decision.ts"
import { withFigures } from "./follow-up.ts"
import { says } from "./hint.ts"
import { alsoSaying } from "./kept-draft.ts"
import { offerLikely } from "./likely-meant.ts"
import { ruleAsked } from "./rule.ts"
import { answer, type Turn } from "./turn.ts"
import { ofNamedCampaign } from "./which-campaign.ts"

/** Does what a command asks for, outside of any dialogue or in spite of one. */
export async function obey(turn: Turn, asked: Command): Promise<Decision> {
  const { name } = asked
  if (asksAboutDoing(name, asked.rest) || wondersAbout(name, turn.written.text))
    return answer(turn, "asked-not-done")
  if (holdsBack(name, asked.rest)) return answer(turn, "kept-as-it-was")
  const command = { ...asked, rest: withoutAsking(name, asked.rest) }
  const instead = askedInstead(turn, command)
  if (instead === undefined && asksWhetherItMay(command.name, command.rest))
    return answer(turn, "asked-not-done")
  const decision = await ofNamedCampaign(turn, instead ?? command, done)
  return (
    (await shownByParts(turn, command, decision)) ??
    (await offeredByParts(turn, command, decision)) ??
    decision
  )
}

/** What an officer may have ordered, where a unit or people were looked for by words that are no name. */
async function offeredByParts(
  turn: Turn,
  command: Command,
  decision: Decision,
): Promise<Decision | undefined> {
  const isOwn = command.name === "mine" && namesCode(turn.written.text)
  if (!isOwn && !says(decision, NOBODY_FOUND)) return undefined
  return await offerLikely(turn, isOwn ? "look" : command.name)
}

const NOBODY_FOUND = new Set(["unit-not-found", "unit-which", "remind-who-unread"])

/** What else may be meant by words that led to `decision`: those around a unit's name may have been taken for a part of it. */
async function shownByParts(turn: Turn, command: Command, decision: Decision): Promise<Decision | undefined> {
  const isOwn = command.name === "mine" && isOfficer(turn.context.person)
  const isLost = ABOUT_FIGURES.has(command.name) && says(decision, NOT_FOUND)
  const isUnsure = ABOUT_FIGURES.has(command.name) && says(decision, UNSURE)
  if (!isOwn && !isLost && !isUnsure) return undefined
  const byParts = await commandByParts(turn)
  // "còn mấy hồ sơ chưa duyệt" of an officer is no question about their own.
  const isMeant = isLost || byParts?.name === (isOwn ? "review" : command.name)
  return byParts !== undefined && isMeant ? await done(turn, byParts) : undefined
}

const NOT_FOUND = new Set(["unit-not-found", "export-how"])
const UNSURE = new Set(["unit-this", "unit-which"])

/** Does what a command asks for, whatever question its words are like. */
export async function done(turn: Turn, command: Command): Promise<Decision> {
  // "/start <payload>" is what the address held by which somebody came.
  const isStart = command.name === "help" && command.slash && command.rest !== ""
  return await (isStart ? started(turn, command.rest) : DOES[command.name](turn, command.rest))
}

type Does = (turn: Turn, rest: string) => Decision | Promise<Decision>

/** What each command does, in the folder that knows. */
const DOES: Readonly<Record<CommandName, Does>> = {
  // Initiatives of one's own, and of others
  register,
  registerFor,
  add,
  edit,
  cancel: async (turn, rest) =>
    (await takeBackFiles(turn)) ?? (rest === "" ? await cancelWhich(turn) : await cancel(turn, rest)),
  mine: async (turn, rest) =>
    rest === "when" ? alsoSaying(await mine(turn), { key: "time-info" }) : await mine(turn),
  look: (turn, rest) => (rest === "" ? ofOnlyOne(turn, look) : look(turn, rest)),
  history: (turn, rest) => (rest === "" ? ofOnlyOne(turn, history) : history(turn, rest)),
  search,
  use: adopt,
  coAuthor,
  own,
  disown,
  keepSecret: (turn, rest) => confide(turn, rest, true),
  makeOpen: (turn, rest) => confide(turn, rest, false),
  requestForm: requestFormOnDemand,
  portalCard,
  resume: (turn) => answer(turn, "nothing-to-resume"),
  back: (turn) => answer(turn, "no-dialogue"),
  skip: (turn) => answer(turn, "no-dialogue"),
  // Figures
  progress: async (turn, rest) => withFigures(turn, "progress", rest, await progress(turn, rest)),
  tally: tallyOrSector,
  ranking,
  compare,
  movement,
  scopes,
  scores,
  mark,
  whoLags,
  honour,
  export: exportOnDemand,
  // What is decided about records
  review,
  recognize: (turn, rest) => {
    // "em được công nhận ngày nào" of whoever recognises nothing
    if (rest === "" && !isOfficer(turn.context.person)) return ofOnlyOne(turn, look)
    if (rest.startsWith(RESTATED)) return recognize(turn, rest.slice(RESTATED.length), true)
    return rest.startsWith(ALL_WAITING)
      ? recognizeAll(turn, rest.slice(ALL_WAITING.length))
      : recognize(turn, rest)
  },
  accept: (turn, rest) =>
    rest.startsWith(ALL_WAITING) ? acceptAll(turn, rest.slice(ALL_WAITING.length)) : accept(turn, rest),
  askMore,
  refuse,
  merge,
  split,
  onPortal: putOnPortal,
  takeBack: (turn, rest) =>
    rest.startsWith(REOPENED) ? reopen(turn, rest.slice(REOPENED.length)) : takeBack(turn, rest),
  askFirst,
  moveRecord,
  // Goals, units and reminders
  targets: (turn, rest) => {
    const list = setsUnitsTarget(rest) ? undefined : scheduleOf(rest)
    return list === undefined ? targetCommand(turn, rest) : scheduleCommand(turn, list.list, list.rest)
  },
  pledge,
  units: reorganiseCommand,
  unitList,
  campaigns: (turn) => campaignsCommand(turn),
  remind,
  // People, their data and their roles
  myData: (turn) => myData(turn),
  correctName,
  correctUnit,
  askRequest,
  requests,
  answerRequest,
  extendRequest,
  // "cho xin mã" of somebody who was invited to nothing asks for the codes of their own.
  claim: (turn, rest) =>
    rest === "" && WANTS_THE_CODE.test(fold(turn.written.text)) ? mine(turn) : claim(turn, rest),
  invite,
  entrance,
  roles,
  withdrawRole,
  handOver: (turn) => handOver(turn),
  link,
  unlink,
  groups,
  journal,
  address,
  // What is said to the bot
  help: (turn) => answer(turn, helpFor(turn.context)),
  askRule: ruleAsked,
  greet: (turn) => answer(turn, turn.context.chat.kind === "private" ? "greet-back" : "hint"),
  thanks: (turn) => (turn.context.chat.kind === "private" ? answer(turn, "welcome") : SILENCE),
}

/** Of one sector officers get the tally, others what there is. */
async function tallyOrSector(turn: Turn, rest: string): Promise<Decision> {
  const sector = isOfficer(turn.context.person) ? undefined : /^lĩnh vực (.+)$/u.exec(rest)?.[1]
  if (sector !== undefined) return await search(turn, sector)
  return withFigures(turn, "tally", rest, await tallyAsked(turn, rest))
}

/** Whoever has one record means that one; several are listed, with their codes. */
async function ofOnlyOne(turn: Turn, show: Does): Promise<Decision> {
  const { person } = turn.context
  const own = person && (await turn.reads.initiativesOf(person.id, 1))
  const [only] = own?.total === 1 ? own.newest : []
  return only === undefined ? await mine(turn) : await show(turn, initiativeCode(only.number))
}

const WANTS_THE_CODE = /(?:^| )(?:xin|xem|quen|gui|lay|nhac)(?: |$)/

/** Telegram hands over what stood in the address somebody came by as "/start <payload>": a unit, or the code of an invitation. */
async function started(turn: Turn, payload: string): Promise<Decision> {
  const unit = unitOfStart(payload)
  return unit === undefined ? await claim(turn, payload) : await comeBy(turn, unit)
}

function helpFor(context: Context): string {
  const grants = context.person?.grants ?? []
  if (officerGrants(grants).length > 0) return "help-officer"
  return grants.length > 0 ? "help-support" : "help"
}

/** "giai đoạn …" and "đợt cao điểm …" come as they were typed, for both are about goals. */
function scheduleOf(rest: string): { readonly list: Schedule; readonly rest: string } | undefined {
  const [first = "", second = "", third = "", ...more] = rest.split(/\s+/)
  const behind = (words: readonly string[]) => words.filter((word) => word !== "").join(" ")
  if (fold(`${first} ${second}`) === "giai doan") return { list: "phases", rest: behind([third, ...more]) }
  return fold(`${first} ${second} ${third}`) === "dot cao diem"
    ? { list: "peaks", rest: behind(more) }
    : undefined
}

import { campaignsCommand } from "../campaign/campaigns.ts"
import type { Schedule } from "../campaign/periods.ts"
import { reorganiseCommand } from "../campaign/reorganise.ts"
import { scheduleCommand } from "../campaign/schedule.ts"
import { pledge, targetCommand } from "../campaign/set-target.ts"
import { unitList } from "../campaign/unit-list.ts"
import { asksAboutDoing, asksWhetherItMay } from "../command/asked-of-record.ts"
import type { Command } from "../command/command.ts"
import { ALL_WAITING } from "../command/command-shapes.ts"
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
import { progress, ranking, tallyOnDemand } from "../tally/ask.ts"
import { compare } from "../tally/compare.ts"
import { movement } from "../tally/movement.ts"
import { scopes } from "../tally/scopes.ts"
import { fold } from "../text/fold.ts"
import { askedInstead } from "./asked-instead.ts"
import type { Context } from "./context.ts"
import { type Decision, SILENCE } from "./decision.ts"
import { withFigures } from "./follow-up.ts"
import { alsoSaying } from "./kept-draft.ts"
import { ruleAsked } from "./rule.ts"
import { answer, type Turn } from "./turn.ts"
import { ofNamedCampaign } from "./which-campaign.ts"

/** Does what a command asks for, outside of any dialogue or in spite of one. */
export async function obey(turn: Turn, command: Command): Promise<Decision> {
  if (asksAboutDoing(command.name, command.rest)) return answer(turn, "asked-not-done")
  const instead = askedInstead(turn, command)
  if (instead === undefined && asksWhetherItMay(command.name, command.rest))
    return answer(turn, "asked-not-done")
  return await ofNamedCampaign(turn, instead ?? command, done)
}

async function done(turn: Turn, command: Command): Promise<Decision> {
  const { context } = turn
  const { rest } = command
  switch (command.name) {
    case "register":
      return await register(turn, rest)
    case "cancel":
      return (await takeBackFiles(turn)) ?? (rest === "" ? await cancelWhich(turn) : await cancel(turn, rest))
    case "add":
      return await add(turn, rest)
    case "edit":
      return await edit(turn, rest)
    case "myData":
      return await myData(turn)
    case "correctName":
      return correctName(turn, rest)
    case "correctUnit":
      return await correctUnit(turn, rest)
    case "askRequest":
      return await askRequest(turn, rest)
    case "requests":
      return await requests(turn, rest)
    case "answerRequest":
      return await answerRequest(turn, rest)
    case "extendRequest":
      return await extendRequest(turn, rest)
    case "mine":
      return rest === "when" ? alsoSaying(await mine(turn), { key: "time-info" }) : await mine(turn)
    case "resume":
      return answer(turn, "nothing-to-resume")
    case "back":
    case "skip":
      return answer(turn, "no-dialogue")
    case "progress":
      return withFigures(turn, "progress", rest, await progress(turn, rest))
    case "ranking":
      return await ranking(turn, rest)
    case "compare":
      return await compare(turn, rest)
    case "movement":
      return await movement(turn, rest)
    case "scopes":
      return await scopes(turn, rest)
    case "scores":
      return await scores(turn, rest)
    case "mark":
      return await mark(turn, rest)
    case "whoLags":
      return await whoLags(turn, rest)
    case "tally": {
      const sector = isOfficer(context.person) ? undefined : /^lĩnh vực (.+)$/u.exec(rest)?.[1]
      if (sector !== undefined) return await search(turn, sector)
      return withFigures(turn, "tally", rest, await tallyOnDemand(turn, rest))
    }
    case "claim":
      // "cho xin mã" of somebody who was invited to nothing asks for the codes of their own.
      return rest === "" && WANTS_THE_CODE.test(fold(turn.written.text))
        ? await mine(turn)
        : await claim(turn, rest)
    case "address":
      return address(turn, rest)
    case "groups":
      return await groups(turn, rest)
    case "unlink":
      return await unlink(turn, rest)
    case "journal":
      return await journal(turn, rest)
    case "roles":
      return await roles(turn, rest)
    case "campaigns":
      return await campaignsCommand(turn)
    case "withdrawRole":
      return await withdrawRole(turn, rest)
    case "handOver":
      return await handOver(turn)
    case "link":
      return await link(turn, rest)
    case "invite":
      return await invite(turn, rest)
    case "entrance":
      return await entrance(turn, rest)
    case "help":
      return command.slash && rest !== "" ? await started(turn, rest) : answer(turn, helpFor(context))
    case "askRule":
      return await ruleAsked(turn, rest)
    case "greet":
      return answer(turn, context.chat.kind === "private" ? "greet-back" : "hint")
    case "thanks":
      return context.chat.kind === "private" ? answer(turn, "welcome") : SILENCE
    case "registerFor":
      return await registerFor(turn, rest)
    case "review":
      return await review(turn, rest)
    case "recognize":
      if (rest.startsWith(RESTATED)) return await recognize(turn, rest.slice(RESTATED.length), true)
      return rest.startsWith(ALL_WAITING)
        ? await recognizeAll(turn, rest.slice(ALL_WAITING.length))
        : await recognize(turn, rest)
    case "accept":
      return rest.startsWith(ALL_WAITING)
        ? await acceptAll(turn, rest.slice(ALL_WAITING.length))
        : await accept(turn, rest)
    case "askMore":
      return await askMore(turn, rest)
    case "refuse":
      return await refuse(turn, rest)
    case "merge":
      return await merge(turn, rest)
    case "split":
      return await split(turn, rest)
    case "onPortal":
      return await putOnPortal(turn, rest)
    case "honour":
      return await honour(turn, rest)
    case "takeBack":
      return rest.startsWith(REOPENED)
        ? await reopen(turn, rest.slice(REOPENED.length))
        : await takeBack(turn, rest)
    case "askFirst":
      return await askFirst(turn, rest)
    case "moveRecord":
      return await moveRecord(turn, rest)
    case "search":
      return await search(turn, rest)
    case "look":
      return await look(turn, rest)
    case "history":
      return await history(turn, rest)
    case "use":
      return await adopt(turn, rest)
    case "keepSecret":
    case "makeOpen":
      return await confide(turn, rest, command.name === "keepSecret")
    case "coAuthor":
      return await coAuthor(turn, rest)
    case "remind":
      return await remind(turn, rest)
    case "targets": {
      const list = scheduleOf(rest)
      return list === undefined
        ? await targetCommand(turn, rest)
        : await scheduleCommand(turn, list.list, list.rest)
    }
    case "pledge":
      return await pledge(turn, rest)
    case "units":
      return await reorganiseCommand(turn, rest)
    case "unitList":
      return await unitList(turn, rest)
    case "export":
      return await exportOnDemand(turn, rest)
    case "own":
      return await own(turn, rest)
    case "disown":
      return await disown(turn, rest)
    case "portalCard":
      return await portalCard(turn, rest)
    case "requestForm":
      return await requestFormOnDemand(turn, rest)
    default:
      return command.name satisfies never
  }
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

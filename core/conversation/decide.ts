import { answerReorganise, reorganiseCommand, repeatReorganise } from "../campaign/reorganise.ts"
import { answerSchedule, repeatSchedule, type Schedule, scheduleCommand } from "../campaign/schedule.ts"
import { pledge, targetCommand } from "../campaign/set-target.ts"
import type { Incoming } from "../channel.ts"
import { exportOnDemand, portalCard } from "../export/ask.ts"
import { fileArrived, keptFor } from "../file/arrive.ts"
import { filesOpened } from "../file/opened.ts"
import { comparePortalList } from "../file/portal-list.ts"
import { answerHonour, honour, repeatHonour } from "../honour/ask.ts"
import { answerOpenAsk, askedAbout, coAuthor, mayAnswerAsk } from "../ideas/co-author.ts"
import { adopt, answerSearch, confide, repeatSearch, search } from "../ideas/search.ts"
import { add, edit } from "../intake/amend.ts"
import { withAnsweredCode } from "../intake/answered.ts"
import { answerGuided, goBack, repeatQuestion, skip } from "../intake/guided.ts"
import { answerBehalf, disown, own, registerFor, unmarkedLines } from "../intake/on-behalf.ts"
import { cancel, mine } from "../intake/own.ts"
import { pastedPortalList } from "../intake/pasted-table.ts"
import { answerConsent, answerUnit, askConsent, CONSENT_CHOICES, register } from "../intake/register.ts"
import { answerSimilar, putOff, repeatSimilar } from "../intake/similar.ts"
import { answerSupplement, offerSupplement, repeatSupplement } from "../intake/supplement.ts"
import { address } from "../people/address.ts"
import { claim, invite } from "../people/claim.ts"
import {
  answerRequest,
  answerRequestDialogue,
  askRequest,
  extendRequest,
  repeatRequest,
  requests,
} from "../people/data-request.ts"
import { answerGroups, groups, repeatGroups, unlink } from "../people/group.ts"
import { journal } from "../people/journal.ts"
import { answerLink, link } from "../people/link.ts"
import { answerMyData, myData, repeatMyData } from "../people/my-data.ts"
import { answerRoles, handOver, repeatRoles, roles, withdrawRole } from "../people/roles.ts"
import { answerRemind, remind, repeatRemind, unmarkedReminder } from "../reminder/ask.ts"
import { readReminderCode } from "../reminder/reminder.ts"
import { accept, askMore, isOfficer, putOnPortal, recognize, refuse } from "../review/judge.ts"
import { answerReview, isChoiceOfScreen, repeatReview, review } from "../review/queue.ts"
import { answerRecognizeAll, recognizeAll, repeatRecognizeAll } from "../review/recognize-all.ts"
import { takeBack } from "../review/take-back.ts"
import { progress, ranking, tallyOnDemand } from "../tally/ask.ts"
import { isStop, parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { type Command, type CommandName, readCommand } from "./command.ts"
import { ALL_WAITING } from "./command-shapes.ts"
import type { Context } from "./context.ts"
import { answer, both, type Decision, type Moment, reply, SILENCE } from "./decision.ts"
import { type Dialogue, isGuided, isReview, type PendingMessage } from "./dialogue.ts"
import type { Reads } from "./reads.ts"
import { answerWhichUnit } from "./which-unit.ts"

type Written = Pick<Incoming, "message" | "topic"> & { readonly text: string }

/** In groups, words not addressed to the bot are taken for the answer to its question only this long after it. */
const UNADDRESSED_ANSWER_MS = 10 * 60_000

/** Decides what one incoming update leads to. Looks things up through `reads`, changes nothing. */
export async function decide(
  context: Context,
  incoming: Incoming,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { content } = incoming
  switch (content.kind) {
    case "joined":
      return joined(context, incoming, moment)
    case "left":
      return { changes: [{ do: "close_chat", chat: context.chat.id }] }
    case "moved":
      return { changes: [{ do: "move_chat", from: context.chat.id, to: content.to }] }
    case "press":
      return context.dialogue?.ask === content.ask
        ? await heard(context, { ...incoming, text: String(content.option) }, true, moment, reads)
        : ((await pressedOpenAsk(context, incoming, content, moment, reads)) ?? {
            toast: { key: "press-old" },
          })
    case "wordless":
      return (
        (await withFile(context, incoming, { text: "", addressed: content.addressed }, moment, reads)) ??
        (content.addressed ? answer(context, incoming, moment, "wordless") : SILENCE)
      )
    case "text": {
      const file = await withFile(context, incoming, content, moment, reads)
      if (file !== undefined) return file
      const said = { ...incoming, text: await withAnsweredCode(context, incoming, content.text, reads) }
      return keptFor(incoming, await heard(context, said, content.addressed, moment, reads), moment)
    }
    case "files":
      return await filesOpened(context, incoming, content, moment, reads)
    default:
      return content satisfies never
  }
}

/** What becomes of a file that came with the words or without any; undefined when only the words count. */
async function withFile(
  context: Context,
  incoming: Incoming,
  said: { readonly text: string; readonly addressed: boolean },
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const { file } = incoming
  if (file === undefined || context.account === undefined) return undefined
  // "đăng ký: …" with a photo registers, whatever else the words name; the photo then belongs to the new one.
  if (said.text !== "" && readCommand(said.text)?.name === "register") return undefined
  return await fileArrived(context, { ...incoming, file }, said, moment, reads)
}

function joined(context: Context, incoming: Incoming, moment: Moment): Decision {
  const opened: Decision = { changes: [{ do: "open_chat", chat: context.chat.id }] }
  if (context.chat.kind === "private") return opened
  const key = context.chat.unit === undefined ? "greeting-group" : "greeting-group-linked"
  const args = context.chat.unit === undefined ? {} : { unit: context.chat.unit.name }
  return both(opened, {
    say: [
      {
        ...reply(context, incoming, moment, { phrases: [{ key, args }] }, { kind: "notice" }),
        dedupeKey: `greeting:${context.chat.id}`,
      },
    ],
  })
}

/** A question about a co-author is asked outside of any dialogue, and answered whenever its person comes by. */
async function pressedOpenAsk(
  context: Context,
  incoming: Incoming,
  press: { readonly ask: string; readonly option: number },
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const about = askedAbout(press.ask)
  if (about === undefined) return undefined
  return await answerOpenAsk(context, { ...incoming, text: String(press.option) }, moment, reads, about)
}

async function heard(
  context: Context,
  written: Written,
  addressed: boolean,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  if (context.account === undefined) return SILENCE
  if (written.text.includes("\t") && !mayBeTable(context, written.text))
    return await heard(context, { ...written, text: clean(written.text) }, addressed, moment, reads)
  const answered =
    context.dialogue === undefined
      ? undefined
      : await inDialogue(context, context.dialogue, written, addressed, moment, reads)
  if (answered !== undefined) return answered
  if (!addressed) return SILENCE
  if (context.dialogue === undefined && mayAnswerAsk(written.text)) {
    const settled = await answerOpenAsk(context, written, moment, reads)
    if (settled !== undefined) return settled
  }
  const decision = await commanded(context, written, moment, reads)
  // What they asked for is answered all the same, and a question of ours that is open by now goes before this one.
  if (decision.dialogue !== undefined || !(await isNamedStranger(context, reads))) return decision
  const because = [{ key: "consent-first-contact" }]
  return both(decision, askConsent(context, { ...written, text: "của tôi" }, moment, because))
}

/** Somebody who writes for the first time, and whom others have entered by that name already. */
async function isNamedStranger({ chat, person, account, campaign }: Context, reads: Reads): Promise<boolean> {
  if (chat.kind !== "private" || chat.known || person !== undefined) return false
  return account !== undefined && campaign !== undefined && (await reads.isNamedByOthers(account.name))
}

async function commanded(
  context: Context,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const first = firstContact(context, written, moment)
  const command = readCommand(written.text)
  if (command === undefined) {
    const reminded = await unmarkedReminder(context, written.text, reads)
    if (reminded !== undefined) return both(first, await remind(context, written, reminded, moment, reads))
    const list = portalListOf(context, written.text)
    if (list !== undefined)
      return both(first, await comparePortalList(context, list.person, written, list.table, moment, reads))
    const lines = unmarkedLines(context, written.text)
    if (lines !== undefined) return both(first, await registerFor(context, written, lines, moment, reads))
    const offered = written.text === "" ? undefined : await offerSupplement(context, written, moment, reads)
    return both(
      first,
      offered ?? answer(context, written, moment, written.text === "" ? "hint" : notUnderstood(context)),
    )
  }
  return both(first, await obey(context, command, written, moment, reads))
}

/** Only where a list is read do tabs mean something. */
function mayBeTable(context: Context, text: string): boolean {
  return (
    readCommand(text)?.name === "registerFor" ||
    context.dialogue?.step === "behalf" ||
    unmarkedLines(context, text) !== undefined ||
    portalListOf(context, text) !== undefined
  )
}

/** Where the platform brings no files, an officer pastes what the portal's own list holds. */
function portalListOf({ chat, person }: Context, text: string) {
  if (chat.kind === "group" || !isOfficer(person)) return undefined
  const table = pastedPortalList(text)
  return table === undefined ? undefined : { person, table }
}

/** Platforms that do not tell when the bot is added: the first words addressed to it make the group known. */
function firstContact(context: Context, written: Written, moment: Moment): Decision {
  if (context.chat.kind !== "group" || context.chat.known) return SILENCE
  const greeting = reply(
    context,
    { ...(written.topic === undefined ? {} : { topic: written.topic }) },
    moment,
    { phrases: [{ key: "greeting-group", args: {} }] },
    { kind: "notice" },
  )
  return { say: [{ ...greeting, dedupeKey: `greeting:${context.chat.id}` }] }
}

function notUnderstood(context: Context): string {
  return context.chat.kind === "private" ? "not-understood" : "hint"
}

async function obey(
  context: Context,
  command: Command,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { rest } = command
  switch (command.name) {
    case "register":
      return await register(context, written, rest, moment, reads)
    case "cancel":
      return rest === ""
        ? answer(context, written, moment, "nothing-to-cancel")
        : await cancel(context, written, rest, moment, reads)
    case "add":
      return await add(context, written, rest, moment, reads)
    case "edit":
      return await edit(context, written, rest, moment, reads)
    case "myData":
      return await myData(context, written, moment)
    case "askRequest":
      return await askRequest(context, written, rest, moment, reads)
    case "requests":
      return await requests(context, written, rest, moment, reads)
    case "answerRequest":
      return await answerRequest(context, written, rest, moment, reads)
    case "extendRequest":
      return await extendRequest(context, written, rest, moment, reads)
    case "mine":
      return await mine(context, written, moment, reads)
    case "resume":
      return answer(context, written, moment, "nothing-to-resume")
    case "back":
    case "skip":
      return answer(context, written, moment, "no-dialogue")
    case "progress":
      return await progress(context, written, rest, moment, reads)
    case "ranking":
      return await ranking(context, written, rest, moment, reads)
    case "tally":
      return await tallyOnDemand(context, written, rest, moment, reads)
    case "claim":
      return await claim(context, written, rest, moment, reads)
    case "address":
      return address(context, written, rest, moment)
    case "groups":
      return await groups(context, written, rest, moment, reads)
    case "unlink":
      return await unlink(context, written, rest, moment, reads)
    case "journal":
      return await journal(context, written, rest, moment, reads)
    case "roles":
      return await roles(context, written, rest, moment, reads)
    case "withdrawRole":
      return await withdrawRole(context, written, rest, moment, reads)
    case "handOver":
      return await handOver(context, written, moment, reads)
    case "link":
      return await link(context, written, rest, moment, reads)
    case "invite":
      return await invite(context, written, rest, moment, reads)
    case "help":
      // Telegram hands the payload of a deep link over as "/start <payload>".
      return command.slash && rest !== ""
        ? await claim(context, written, rest, moment, reads)
        : answer(context, written, moment, helpFor(context))
    case "greet":
      return answer(context, written, moment, context.chat.kind === "private" ? "greet-back" : "hint")
    case "thanks":
      return context.chat.kind === "private" ? answer(context, written, moment, "welcome") : SILENCE
    case "registerFor":
      return await registerFor(context, written, rest, moment, reads)
    case "review":
      return await review(context, written, rest, moment, reads)
    case "recognize":
      return rest.startsWith(ALL_WAITING)
        ? await recognizeAll(context, written, rest.slice(ALL_WAITING.length), moment, reads)
        : await recognize(context, written, rest, moment, reads)
    case "accept":
      return await accept(context, written, rest, moment, reads)
    case "askMore":
      return await askMore(context, written, rest, moment, reads)
    case "refuse":
      return await refuse(context, written, rest, moment, reads)
    case "onPortal":
      return await putOnPortal(context, written, rest, moment, reads)
    case "honour":
      return await honour(context, written, rest, moment, reads)
    case "takeBack":
      return await takeBack(context, written, rest, moment, reads)
    case "search":
      return await search(context, written, rest, moment, reads)
    case "use":
      return await adopt(context, written, rest, moment, reads)
    case "keepSecret":
    case "makeOpen":
      return await confide(context, written, rest, command.name === "keepSecret", moment, reads)
    case "coAuthor":
      return await coAuthor(context, written, rest, moment, reads)
    case "remind":
      return await remind(context, written, rest, moment, reads)
    case "targets": {
      const list = scheduleOf(rest)
      return list === undefined
        ? await targetCommand(context, written, rest, moment, reads)
        : await scheduleCommand(context, written, list.list, list.rest, moment)
    }
    case "pledge":
      return await pledge(context, written, rest, moment, reads)
    case "units":
      return await reorganiseCommand(context, written, rest, moment, reads)
    case "export":
      return await exportOnDemand(context, written, rest, moment, reads)
    case "own":
      return await own(context, written, rest, moment, reads)
    case "disown":
      return await disown(context, written, rest, moment, reads)
    case "portalCard":
      return await portalCard(context, written, rest, moment, reads)
    default:
      return command.name satisfies never
  }
}

function helpFor(context: Context): string {
  const grants = context.person?.grants ?? []
  if (grants.some((grant) => grant.role !== "support")) return "help-officer"
  return grants.length > 0 ? "help-support" : "help"
}

/** Commands that mean themselves even where free words are expected; others may be the first word of a title. */
const ALWAYS_COMMANDS: ReadonlySet<CommandName> = new Set([
  "register",
  "registerFor",
  "mine",
  "help",
  "claim",
])
/** Nobody answers a question with these words alone. */
const COMMANDS_ALONE: ReadonlySet<CommandName> = new Set(["progress", "ranking", "myData"])

async function inDialogue(
  context: Context,
  dialogue: Dialogue,
  written: Written,
  addressed: boolean,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  if (written.text === "")
    return addressed ? await askAgain(context, dialogue, written, moment, reads) : SILENCE
  const command = readCommand(written.text) ?? stopped(dialogue, written.text)
  if (command !== undefined && command.rest === "") {
    const steered = await steer(context, dialogue, command.name, written, moment, reads)
    if (steered !== undefined) return steered
  }
  if (addressed && command !== undefined && isMeantAsCommand(dialogue, command)) {
    const obeyed = await obey(context, command, written, moment, reads)
    return dialogue.step === "similar" ? putOff(context, dialogue, obeyed, written, moment) : obeyed
  }
  if (!addressed && !mayBeAnswer(dialogue, written.text, moment)) return SILENCE
  const resume = async (known: Context, pending: PendingMessage) =>
    await heard(known, pending, true, moment, reads)
  const decision = await answerTo(context, dialogue, written, moment, reads, resume)
  if (decision !== undefined) return decision
  if (!addressed) return SILENCE
  // "thôi" is one of the choices here and there; where it is none it means that the person has enough.
  if (parseYesNo(written.text) === false) return leave(context, dialogue, written, moment)
  return await askAgain(context, dialogue, written, moment, reads)
}

async function answerTo(
  context: Context,
  dialogue: Dialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision | undefined> {
  switch (dialogue.step) {
    case "consent":
      return await answerConsent(context, dialogue, written, moment, resume)
    case "unit":
      return await answerUnit(context, dialogue, written, moment, reads, resume)
    case "link":
    case "pick_link":
      return await answerLink(context, dialogue, written, moment, reads)
    case "title":
    case "change":
    case "benefit":
    case "sector":
    case "which_benefit":
      return await answerGuided(context, dialogue, written, moment, reads)
    case "review":
    case "review_words":
      return await answerReview(context, dialogue, written, moment, reads)
    case "my_data":
    case "my_data_correct":
    case "my_data_name":
    case "my_data_unit":
    case "my_data_erase":
      return await answerMyData(context, dialogue, written, moment, reads)
    case "request_kind":
    case "request_words":
      return await answerRequestDialogue(context, dialogue, written, moment, reads)
    case "found":
    case "card":
      return await answerSearch(context, dialogue, written, moment, reads)
    case "similar":
      return await answerSimilar(context, dialogue, written, moment, reads, resume)
    case "remind_when":
    case "remind_confirm":
      return await answerRemind(context, dialogue, written, moment, reads)
    case "reorganise":
      return await answerReorganise(context, dialogue, written, moment, reads)
    case "schedule":
      return answerSchedule(context, dialogue, written, moment)
    case "which_unit":
      return await answerWhichUnit(context, dialogue, written, resume)
    case "groups":
    case "group":
    case "group_unit":
      return await answerGroups(context, dialogue, written, moment, reads)
    case "honour":
    case "honour_change":
      return await answerHonour(context, dialogue, written, moment, reads)
    case "roles":
    case "withdraw_role":
    case "hand_over":
      return await answerRoles(context, dialogue, written, moment, reads)
    case "recognize_all":
      return await answerRecognizeAll(context, dialogue, written, moment, reads)
    case "behalf":
      return await answerBehalf(context, dialogue, written, moment, reads, resume)
    case "supplement":
      return await answerSupplement(context, dialogue, written, moment, reads)
    default:
      return dialogue satisfies never
  }
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

/** "hủy", "tiếp", "quay lại" and "bỏ qua" steer the dialogue itself. */
async function steer(
  context: Context,
  dialogue: Dialogue,
  command: CommandName,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  if (command === "cancel") return leave(context, dialogue, written, moment)
  if (command === "resume") return await askAgain(context, dialogue, written, moment, reads)
  if (!isGuided(dialogue)) return undefined
  if (command === "back") return goBack(context, dialogue, written, moment)
  if (command === "skip") return await skip(context, dialogue, written, moment, reads)
  return undefined
}

/** "thôi" before there is a title ends the draft; later it may as well mean just the question, and nothing is lost for it. */
function stopped(dialogue: Dialogue, text: string): Command | undefined {
  if (!isGuided(dialogue) || !isStop(text)) return undefined
  return { name: dialogue.step === "title" ? "cancel" : "skip", rest: "", slash: false, clear: true }
}

function leave(context: Context, dialogue: Dialogue, written: Written, moment: Moment): Decision {
  const key = isGuided(dialogue) ? "draft-dropped" : "dialogue-left"
  const before = dialogue.step === "similar" ? dialogue.before : undefined
  return { dialogue: before ?? null, ...answer(context, written, moment, key) }
}

async function askAgain(
  context: Context,
  dialogue: Dialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  if (isGuided(dialogue)) return repeatQuestion(context, dialogue, written, moment)
  switch (dialogue.step) {
    case "consent":
      return {
        dialogue: { ...dialogue, askedAt: moment.now },
        say: [
          reply(context, written, moment, {
            phrases: [{ key: "consent-again" }],
            choices: { ask: dialogue.ask, labels: CONSENT_CHOICES },
          }),
        ],
      }
    case "unit":
      return answer(context, written, moment, "unit-ask")
    case "link": {
      const unit = await reads.unit(dialogue.unitId)
      return {
        say: [
          reply(context, written, moment, {
            phrases: [{ key: "link-again", args: { unit: unit?.name ?? "" } }],
            choices: { ask: dialogue.ask, labels: [{ key: "choice-right" }, { key: "choice-again" }] },
          }),
        ],
      }
    }
    case "pick_link":
      return answer(context, written, moment, "choose-number", { most: dialogue.offered.length })
    case "review":
    case "review_words":
      return await repeatReview(context, dialogue, written, moment, reads)
    case "my_data":
    case "my_data_correct":
    case "my_data_name":
    case "my_data_unit":
    case "my_data_erase":
      return await repeatMyData(context, dialogue, written, moment, reads)
    case "request_kind":
    case "request_words":
      return repeatRequest(context, dialogue, written, moment)
    case "found":
    case "card":
      return await repeatSearch(context, dialogue, written, moment, reads)
    case "similar":
      return await repeatSimilar(context, dialogue, written, moment, reads)
    case "remind_when":
    case "remind_confirm":
      return repeatRemind(context, dialogue, written, moment)
    case "reorganise":
      return repeatReorganise(context, dialogue, written, moment)
    case "schedule":
      return repeatSchedule(context, dialogue, written, moment)
    case "which_unit":
      return answer(context, written, moment, "choose-number", { most: dialogue.offered.length })
    case "groups":
    case "group":
    case "group_unit":
      return await repeatGroups(context, dialogue, written, moment, reads)
    case "honour":
    case "honour_change":
      return await repeatHonour(context, dialogue, written, moment, reads)
    case "roles":
    case "withdraw_role":
    case "hand_over":
      return await repeatRoles(context, dialogue, written, moment, reads)
    case "recognize_all":
      return repeatRecognizeAll(context, dialogue, written, moment)
    case "behalf":
      return answer(context, written, moment, "behalf-how")
    case "supplement":
      return repeatSupplement(context, dialogue, written, moment)
    default:
      return dialogue satisfies never
  }
}

function isMeantAsCommand(dialogue: Dialogue, command: Command): boolean {
  // "Đăng ký lịch máy qua app thay cho sổ tay" tells what changed.
  if (dialogue.step === "change" && !command.clear) return false
  if (isReview(dialogue) && command.rest === "" && isChoiceOfScreen(dialogue, command.name)) return false
  // Taking a reminder back cannot wait until a title is found.
  if (command.name === "remind" && readReminderCode(command.rest) !== undefined) return true
  if (command.slash || ALWAYS_COMMANDS.has(command.name)) return true
  if (command.rest === "" && COMMANDS_ALONE.has(command.name)) return true
  const expectsFreeWords = [
    "title",
    "change",
    "unit",
    "review_words",
    "my_data_name",
    "my_data_unit",
    "request_words",
    "group_unit",
    "honour_change",
  ].includes(dialogue.step)
  return !expectsFreeWords && command.name !== "greet" && command.name !== "thanks"
}

function mayBeAnswer(dialogue: Dialogue, text: string, moment: Moment): boolean {
  if (moment.now - dialogue.askedAt > UNADDRESSED_ANSWER_MS) return false
  return isGuided(dialogue) || text.length <= 60
}

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
import { look } from "../ideas/look.ts"
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
import { both, type Decision, SILENCE } from "./decision.ts"
import { type Dialogue, isGuided, isReview, type PendingMessage } from "./dialogue.ts"
import { keepDraft } from "./kept-draft.ts"
import type { Reads } from "./reads.ts"
import { answer, type Moment, reply, type Turn } from "./turn.ts"
import { answerWhichUnit } from "./which-unit.ts"

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
  const turn = (text: string): Turn => ({ context, written: { ...incoming, text }, moment, reads })
  switch (content.kind) {
    case "joined":
      return joined(turn(""))
    case "left":
      return { changes: [{ do: "close_chat", chat: context.chat.id }] }
    case "moved":
      return { changes: [{ do: "move_chat", from: context.chat.id, to: content.to }] }
    case "press":
      return context.dialogue?.ask === content.ask
        ? await heard(turn(String(content.option)), true)
        : ((await pressedOpenAsk(turn(String(content.option)), content.ask)) ?? {
            toast: { key: "press-old" },
          })
    case "wordless":
      return (
        (await withFile(turn(""), incoming, content.addressed)) ??
        (content.addressed ? answer(turn(""), "wordless") : SILENCE)
      )
    case "text": {
      const file = await withFile(turn(content.text), incoming, content.addressed)
      if (file !== undefined) return file
      const said = turn(await withAnsweredCode(context, incoming, content.text, reads))
      return keptFor(incoming, await heard(said, content.addressed), moment)
    }
    case "files":
      return await filesOpened(turn(""), content)
    default:
      return content satisfies never
  }
}

/** What becomes of a file that came with the words or without any; undefined when only the words count. */
async function withFile(turn: Turn, incoming: Incoming, addressed: boolean): Promise<Decision | undefined> {
  const { file } = incoming
  const { text } = turn.written
  if (file === undefined || turn.context.account === undefined) return undefined
  // "đăng ký: …" with a photo registers, whatever else the words name; the photo then belongs to the new one.
  if (text !== "" && readCommand(text)?.name === "register") return undefined
  return await fileArrived(turn, { ...incoming, file }, addressed)
}

function joined(turn: Turn): Decision {
  const { context } = turn
  const opened: Decision = { changes: [{ do: "open_chat", chat: context.chat.id }] }
  if (context.chat.kind === "private") return opened
  const key = context.chat.unit === undefined ? "greeting-group" : "greeting-group-linked"
  const args = context.chat.unit === undefined ? {} : { unit: context.chat.unit.name }
  return both(opened, {
    say: [
      {
        ...reply(turn, { phrases: [{ key, args }] }, { kind: "notice" }),
        dedupeKey: `greeting:${context.chat.id}`,
      },
    ],
  })
}

/** A question about a co-author is asked outside of any dialogue, and answered whenever its person comes by. */
async function pressedOpenAsk(turn: Turn, ask: string): Promise<Decision | undefined> {
  const about = askedAbout(ask)
  return about === undefined ? undefined : await answerOpenAsk(turn, about)
}

async function heard(turn: Turn, addressed: boolean): Promise<Decision> {
  const { context, written } = turn
  if (context.account === undefined) return SILENCE
  if (written.text.includes("\t") && !mayBeTable(context, written.text))
    return await heard({ ...turn, written: { ...written, text: clean(written.text) } }, addressed)
  const answered =
    context.dialogue === undefined ? undefined : await inDialogue(turn, context.dialogue, addressed)
  if (answered !== undefined) return answered
  if (!addressed) return SILENCE
  if (context.dialogue === undefined && mayAnswerAsk(written.text)) {
    const settled = await answerOpenAsk(turn)
    if (settled !== undefined) return settled
  }
  const decision = await commanded(turn)
  // What they asked for is answered all the same, and a question of ours that is open by now goes before this one.
  if (decision.dialogue !== undefined || !(await isNamedStranger(context, turn.reads))) return decision
  const because = [{ key: "consent-first-contact" }]
  return both(decision, askConsent({ ...turn, written: { ...written, text: "của tôi" } }, because))
}

/** Somebody who writes for the first time, and whom others have entered by that name already. */
async function isNamedStranger({ chat, person, account, campaign }: Context, reads: Reads): Promise<boolean> {
  if (chat.kind !== "private" || chat.known || person !== undefined) return false
  return account !== undefined && campaign !== undefined && (await reads.isNamedByOthers(account.name))
}

async function commanded(turn: Turn): Promise<Decision> {
  const { context, written } = turn
  const first = firstContact(turn)
  const command = readCommand(written.text)
  if (command === undefined) {
    const reminded = await unmarkedReminder(context, written.text, turn.reads)
    if (reminded !== undefined) return both(first, await remind(turn, reminded))
    const list = portalListOf(context, written.text)
    if (list !== undefined) return both(first, await comparePortalList(turn, list.person, list.table))
    const lines = unmarkedLines(context, written.text)
    if (lines !== undefined) return both(first, await registerFor(turn, lines))
    const offered = written.text === "" ? undefined : await offerSupplement(turn)
    return both(first, offered ?? answer(turn, written.text === "" ? "hint" : notUnderstood(context)))
  }
  return both(first, await obey(turn, command))
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
function firstContact(turn: Turn): Decision {
  const { context, written } = turn
  if (context.chat.kind !== "group" || context.chat.known) return SILENCE
  const greeting = reply(
    { ...turn, written: written.topic === undefined ? {} : { topic: written.topic } },
    { phrases: [{ key: "greeting-group", args: {} }] },
    { kind: "notice" },
  )
  return { say: [{ ...greeting, dedupeKey: `greeting:${context.chat.id}` }] }
}

function notUnderstood(context: Context): string {
  return context.chat.kind === "private" ? "not-understood" : "hint"
}

async function obey(turn: Turn, command: Command): Promise<Decision> {
  const { context } = turn
  const { rest } = command
  switch (command.name) {
    case "register":
      return await register(turn, rest)
    case "cancel":
      return rest === "" ? answer(turn, "nothing-to-cancel") : await cancel(turn, rest)
    case "add":
      return await add(turn, rest)
    case "edit":
      return await edit(turn, rest)
    case "myData":
      return await myData(turn)
    case "askRequest":
      return await askRequest(turn, rest)
    case "requests":
      return await requests(turn, rest)
    case "answerRequest":
      return await answerRequest(turn, rest)
    case "extendRequest":
      return await extendRequest(turn, rest)
    case "mine":
      return await mine(turn)
    case "resume":
      return answer(turn, "nothing-to-resume")
    case "back":
    case "skip":
      return answer(turn, "no-dialogue")
    case "progress":
      return await progress(turn, rest)
    case "ranking":
      return await ranking(turn, rest)
    case "tally":
      return await tallyOnDemand(turn, rest)
    case "claim":
      return await claim(turn, rest)
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
    case "withdrawRole":
      return await withdrawRole(turn, rest)
    case "handOver":
      return await handOver(turn)
    case "link":
      return await link(turn, rest)
    case "invite":
      return await invite(turn, rest)
    case "help":
      // Telegram hands the payload of a deep link over as "/start <payload>".
      return command.slash && rest !== "" ? await claim(turn, rest) : answer(turn, helpFor(context))
    case "greet":
      return answer(turn, context.chat.kind === "private" ? "greet-back" : "hint")
    case "thanks":
      return context.chat.kind === "private" ? answer(turn, "welcome") : SILENCE
    case "registerFor":
      return await registerFor(turn, rest)
    case "review":
      return await review(turn, rest)
    case "recognize":
      return rest.startsWith(ALL_WAITING)
        ? await recognizeAll(turn, rest.slice(ALL_WAITING.length))
        : await recognize(turn, rest)
    case "accept":
      return await accept(turn, rest)
    case "askMore":
      return await askMore(turn, rest)
    case "refuse":
      return await refuse(turn, rest)
    case "onPortal":
      return await putOnPortal(turn, rest)
    case "honour":
      return await honour(turn, rest)
    case "takeBack":
      return await takeBack(turn, rest)
    case "search":
      return await search(turn, rest)
    case "look":
      return await look(turn, rest)
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
    case "export":
      return await exportOnDemand(turn, rest)
    case "own":
      return await own(turn, rest)
    case "disown":
      return await disown(turn, rest)
    case "portalCard":
      return await portalCard(turn, rest)
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

/** The draft that is under way, or waits behind what is, stays whatever comes of the message. */
async function inDialogue(turn: Turn, dialogue: Dialogue, addressed: boolean): Promise<Decision | undefined> {
  const { written } = turn
  const command = readCommand(written.text) ?? stopped(dialogue, written.text)
  if (written.text !== "" && command?.rest === "") {
    const steered = await steer(turn, dialogue, command.name)
    if (steered !== undefined) return keepDraft(dialogue, steered, "dialogue")
  }
  if (addressed && command !== undefined && isMeantAsCommand(dialogue, command)) {
    const obeyed = keepDraft(dialogue, await obey(turn, command), "request")
    return dialogue.step === "similar" ? putOff(turn, dialogue, obeyed) : obeyed
  }
  const decision = await answered(turn, dialogue, addressed)
  return decision && keepDraft(dialogue, decision, "dialogue")
}

async function answered(turn: Turn, dialogue: Dialogue, addressed: boolean): Promise<Decision | undefined> {
  const { written } = turn
  if (written.text === "") return addressed ? await askAgain(turn, dialogue) : SILENCE
  if (!addressed && !mayBeAnswer(dialogue, written.text, turn.moment)) return SILENCE
  const resume = async (known: Context, pending: PendingMessage) =>
    await heard({ ...turn, context: known, written: pending }, true)
  const decision = await answerTo(turn, dialogue, resume)
  if (decision !== undefined) return decision
  if (!addressed) return SILENCE
  // "thôi" is one of the choices here and there; where it is none it means that the person has enough.
  if (parseYesNo(written.text) === false) return leave(turn, dialogue)
  return await askAgain(turn, dialogue)
}

async function answerTo(
  turn: Turn,
  dialogue: Dialogue,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision | undefined> {
  switch (dialogue.step) {
    case "consent":
      return await answerConsent(turn, dialogue, resume)
    case "unit":
      return await answerUnit(turn, dialogue, resume)
    case "link":
    case "pick_link":
      return await answerLink(turn, dialogue)
    case "title":
    case "change":
    case "benefit":
    case "sector":
    case "which_benefit":
      return await answerGuided(turn, dialogue)
    case "review":
    case "review_words":
      return await answerReview(turn, dialogue)
    case "my_data":
    case "my_data_correct":
    case "my_data_name":
    case "my_data_unit":
    case "my_data_erase":
      return await answerMyData(turn, dialogue)
    case "request_kind":
    case "request_words":
      return await answerRequestDialogue(turn, dialogue)
    case "found":
    case "card":
      return await answerSearch(turn, dialogue)
    case "similar":
      return await answerSimilar(turn, dialogue, resume)
    case "remind_when":
    case "remind_confirm":
      return await answerRemind(turn, dialogue)
    case "reorganise":
      return await answerReorganise(turn, dialogue)
    case "schedule":
      return answerSchedule(turn, dialogue)
    case "which_unit":
      return await answerWhichUnit(turn, dialogue, resume)
    case "groups":
    case "group":
    case "group_unit":
      return await answerGroups(turn, dialogue)
    case "honour":
    case "honour_change":
      return await answerHonour(turn, dialogue)
    case "roles":
    case "withdraw_role":
    case "hand_over":
      return await answerRoles(turn, dialogue)
    case "recognize_all":
      return await answerRecognizeAll(turn, dialogue)
    case "behalf":
      return await answerBehalf(turn, dialogue, resume)
    case "supplement":
      return await answerSupplement(turn, dialogue)
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
async function steer(turn: Turn, dialogue: Dialogue, command: CommandName): Promise<Decision | undefined> {
  if (command === "cancel") return leave(turn, dialogue)
  if (command === "resume" && dialogue.before !== undefined && !isGuided(dialogue))
    return repeatQuestion(turn, dialogue.before)
  if (command === "resume") return await askAgain(turn, dialogue)
  if (!isGuided(dialogue)) return undefined
  if (command === "back") return goBack(turn, dialogue)
  if (command === "skip") return await skip(turn, dialogue)
  return undefined
}

/** "thôi" before there is a title ends the draft; later it may as well mean just the question, and nothing is lost for it. */
function stopped(dialogue: Dialogue, text: string): Command | undefined {
  if (!isGuided(dialogue) || !isStop(text)) return undefined
  return { name: dialogue.step === "title" ? "cancel" : "skip", rest: "", slash: false, clear: true }
}

function leave(turn: Turn, dialogue: Dialogue): Decision {
  const key = isGuided(dialogue) ? "draft-dropped" : "dialogue-left"
  return { dialogue: null, ...answer(turn, key) }
}

async function askAgain(turn: Turn, dialogue: Dialogue): Promise<Decision> {
  if (isGuided(dialogue)) return repeatQuestion(turn, dialogue)
  switch (dialogue.step) {
    case "consent":
      return {
        dialogue: { ...dialogue, askedAt: turn.moment.now },
        say: [
          reply(turn, {
            phrases: [{ key: "consent-again" }],
            choices: { ask: dialogue.ask, labels: CONSENT_CHOICES },
          }),
        ],
      }
    case "unit":
      return answer(turn, "unit-ask")
    case "link": {
      const unit = await turn.reads.unit(dialogue.unitId)
      return {
        say: [
          reply(turn, {
            phrases: [{ key: "link-again", args: { unit: unit?.name ?? "" } }],
            choices: { ask: dialogue.ask, labels: [{ key: "choice-right" }, { key: "choice-again" }] },
          }),
        ],
      }
    }
    case "pick_link":
      return answer(turn, "choose-number", { most: dialogue.offered.length })
    case "review":
    case "review_words":
      return await repeatReview(turn, dialogue)
    case "my_data":
    case "my_data_correct":
    case "my_data_name":
    case "my_data_unit":
    case "my_data_erase":
      return await repeatMyData(turn, dialogue)
    case "request_kind":
    case "request_words":
      return repeatRequest(turn, dialogue)
    case "found":
    case "card":
      return await repeatSearch(turn, dialogue)
    case "similar":
      return await repeatSimilar(turn, dialogue)
    case "remind_when":
    case "remind_confirm":
      return repeatRemind(turn, dialogue)
    case "reorganise":
      return repeatReorganise(turn, dialogue)
    case "schedule":
      return repeatSchedule(turn, dialogue)
    case "which_unit":
      return answer(turn, "choose-number", { most: dialogue.offered.length })
    case "groups":
    case "group":
    case "group_unit":
      return await repeatGroups(turn, dialogue)
    case "honour":
    case "honour_change":
      return await repeatHonour(turn, dialogue)
    case "roles":
    case "withdraw_role":
    case "hand_over":
      return await repeatRoles(turn, dialogue)
    case "recognize_all":
      return repeatRecognizeAll(turn, dialogue)
    case "behalf":
      return answer(turn, "behalf-how")
    case "supplement":
      return repeatSupplement(turn, dialogue)
    default:
      return dialogue satisfies never
  }
}

function isMeantAsCommand(dialogue: Dialogue, command: Command): boolean {
  // "Đăng ký lịch máy qua app thay cho sổ tay" tells what changed.
  if (dialogue.step === "change" && !command.clear) return false
  // "xem SK-000123" is one of the choices there.
  if (dialogue.step === "similar" && command.name === "look") return false
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

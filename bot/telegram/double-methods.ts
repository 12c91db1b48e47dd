import { z } from "zod"
import { given } from "../../core/given.ts"
import type { Params } from "./double-body.ts"
import { render } from "./double-markup.ts"
import type { Updates } from "./double-updates.ts"
import type { ChatState, SentMessage, World } from "./double-world.ts"

/** The HTTP status and JSON of an answer of the Bot API. */
export type Answer = { readonly status: number; readonly body: unknown }

/** An error as the Bot API words it. */
export function refusal(status: number, description: string, parameters?: object): Answer {
  return {
    status,
    body: { ok: false, error_code: status, description, ...given({ parameters }) },
  }
}

const button = z.strictObject({
  text: z.string().min(1),
  callback_data: z.string().optional(),
  url: z.string().optional(),
})
const allowedUpdates = z.array(z.string()).optional()
const bounded = { chat_id: z.int(), message_thread_id: z.int().optional() }
const dressed = {
  ...bounded,
  parse_mode: z.literal("HTML").optional(),
  disable_notification: z.boolean().optional(),
  protect_content: z.boolean().optional(),
  reply_parameters: z
    .strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() })
    .optional(),
  reply_markup: z.strictObject({ inline_keyboard: z.array(z.array(button).min(1)) }).optional(),
}
const linkPreview = z.strictObject({ is_disabled: z.boolean() }).optional()
const scopeTypes = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"] as const

/** The parameters of every method the double knows; anything else in a call is a mistake of ours. */
const forms = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({
    offset: z.int().default(0),
    limit: z.int().min(1).max(100).default(100),
    timeout: z.int().min(0).default(0),
    allowed_updates: allowedUpdates,
  }),
  setWebhook: z.strictObject({
    url: z.string(),
    secret_token: z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional(),
    allowed_updates: allowedUpdates,
    max_connections: z.int().min(1).max(100).optional(),
    drop_pending_updates: z.boolean().optional(),
  }),
  deleteWebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  getWebhookInfo: z.strictObject({}),
  getFile: z.strictObject({ file_id: z.string() }),
  sendMessage: z.strictObject({
    ...dressed,
    text: z.string(),
    link_preview_options: linkPreview,
    ephemeral_message_parameters: z.strictObject({ receiver_user_id: z.int() }).optional(),
  }),
  sendPhoto: z.strictObject({ ...dressed, caption: z.string().optional(), photo: z.instanceof(Uint8Array) }),
  sendDocument: z.strictObject({
    ...dressed,
    caption: z.string().optional(),
    document: z.instanceof(Uint8Array),
  }),
  editMessageText: z.strictObject({
    chat_id: z.int(),
    message_id: z.int(),
    text: z.string(),
    parse_mode: dressed.parse_mode,
    link_preview_options: linkPreview,
    reply_markup: dressed.reply_markup,
  }),
  sendChatAction: z.strictObject({
    ...bounded,
    action: z.enum(["typing", "upload_photo", "upload_document"]),
  }),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string(),
    text: z.string().optional(),
    show_alert: z.boolean().optional(),
  }),
  setMyCommands: z.strictObject({
    commands: z.array(
      z.strictObject({
        command: z.string().regex(/^[a-z0-9_]{1,32}$/),
        description: z.string().min(1).max(256),
      }),
    ),
    scope: z.strictObject({ type: z.enum(scopeTypes) }).optional(),
    language_code: z.string().optional(),
  }),
}
type Forms = typeof forms
type Method = keyof Forms
type Call<Name extends Method> = z.infer<Forms[Name]>

/** What the methods work on. */
export type Behind = {
  readonly world: World
  readonly updates: Updates
  readonly me: { readonly id: number; readonly username: string; readonly readsAll: () => boolean }
  /** Seconds to wait, or undefined; see `createPace`. */
  readonly retryAfterSeconds: (chat: { readonly id: number; readonly type: string }) => number | undefined
  /** Callback queries not yet answered. */
  readonly presses: Set<string>
  /** Files people sent, by their id. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly violation: (words: string) => void
  readonly sent: (state: ChatState, message: SentMessage) => void
  readonly now: () => number
}

/** The Bot API's methods as one function; undefined when the caller hung up while it waited. */
export function createMethods(behind: Behind) {
  const { world, updates, me } = behind
  const done: Answer = ok(true)

  const methods: { [Name in Method]: (call: Call<Name>, gone: Promise<void>) => Answer | Promise<Answer> } = {
    getMe: () => ok(profile(me)),

    async getUpdates(call, gone) {
      if (updates.webhook() !== undefined) {
        return refusal(
          409,
          `Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first`,
        )
      }
      updates.allow(call.allowed_updates)
      const { offset, limit, timeout: timeoutSeconds } = call
      const polled = await updates.poll({ offset, limit, timeoutSeconds }, gone)
      return polled === "terminated"
        ? refusal(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
          )
        : ok(polled)
    },

    setWebhook(call) {
      if (call.url !== "" && !call.url.startsWith("https://")) {
        return refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
      }
      updates.allow(call.allowed_updates)
      const hook = call.url === "" ? undefined : { url: call.url, secret: call.secret_token }
      updates.setWebhook(hook, call.drop_pending_updates ?? false)
      return done
    },

    deleteWebhook(call) {
      updates.setWebhook(undefined, call.drop_pending_updates ?? false)
      return done
    },

    getWebhookInfo() {
      const last = updates.lastError()
      return ok({
        url: updates.webhook()?.url ?? "",
        has_custom_certificate: false,
        pending_update_count: updates.pendingCount(),
        ...given({ last_error_message: last }),
      })
    },

    getFile: ({ file_id }) =>
      behind.files.has(file_id)
        ? ok({ file_id, file_path: `documents/${file_id}` })
        : refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable"),

    sendMessage: (call) => sending(call, call.text, undefined),
    sendPhoto: (call) => sending(call, call.caption ?? "", call.photo),

    sendDocument: (call) => sending(call, call.caption ?? "", undefined, call.document),

    editMessageText(call) {
      const state = reachable(call.chat_id)
      if ("status" in state) return state
      const at = state.sent.findIndex((message) => message.messageId === call.message_id)
      const old = state.sent[at]
      if (old === undefined) return refusal(400, "Bad Request: message to edit not found")
      const words = wording(call.text, call.parse_mode, 4096)
      if ("status" in words) return words
      const next = { ...old, ...words, buttons: buttonsOf(call.reply_markup) }
      if (JSON.stringify(next) === JSON.stringify(old)) {
        return refusal(
          400,
          "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
        )
      }
      state.sent[at] = next
      return ok({
        message_id: next.messageId,
        date: seconds(behind.now()),
        chat: state.chat,
        text: next.text,
      })
    },

    sendChatAction(call) {
      const state = reachable(call.chat_id)
      if ("status" in state) return state
      return topicRefusal(state, call.message_thread_id) ?? paceRefusal(state) ?? done
    },

    answerCallbackQuery(call) {
      if (!behind.presses.delete(call.callback_query_id)) {
        return refusal(
          400,
          "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
      }
      return (call.text ?? "").length > 200 ? refusal(400, "Bad Request: MESSAGE_TOO_LONG") : done
    },

    setMyCommands: () => done,
  }

  function sending(
    call: Call<"sendMessage"> | Call<"sendPhoto"> | Call<"sendDocument">,
    source: string,
    picture: Uint8Array | undefined,
    document?: Uint8Array,
  ): Answer {
    const state = reachable(call.chat_id)
    if ("status" in state) return state
    const words = wording(source, call.parse_mode, (picture ?? document) === undefined ? 4096 : 1024)
    if ("status" in words) return words
    if (words.text.trim() === "" && picture === undefined && document === undefined)
      return refusal(400, "Bad Request: message text is empty")
    const refused =
      topicRefusal(state, call.message_thread_id) ??
      replyRefusal(state, call) ??
      buttonRefusal(call) ??
      whisperRefusal(state, receiverOf(call))
    if (refused !== undefined) return refused
    return paceRefusal(state) ?? ok(store(state, call, { ...words, picture, document }))
  }

  function paceRefusal({ chat }: ChatState): Answer | undefined {
    const wait = behind.retryAfterSeconds(chat)
    return wait === undefined
      ? undefined
      : refusal(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait })
  }

  function store(
    state: ChatState,
    call: Call<"sendMessage"> | Call<"sendPhoto"> | Call<"sendDocument">,
    words: Pick<SentMessage, "text" | "html" | "picture" | "document">,
  ): object {
    state.lastMessageId += 1
    const messageId = state.lastMessageId
    state.authors.set(messageId, "bot")
    const replyTo = call.reply_parameters?.message_id
    const message: SentMessage = {
      messageId,
      ...words,
      replyTo: replyTo !== undefined && state.authors.has(replyTo) ? replyTo : undefined,
      topic: call.message_thread_id,
      buttons: buttonsOf(call.reply_markup),
      receiver: receiverOf(call),
    }
    state.sent.push(message)
    behind.sent(state, message)
    const { id, type, title } = state.chat
    const shown = words.picture === undefined ? { text: words.text } : { photo: [], caption: words.text }
    return {
      // An ephemeral message has none (core.telegram.org/bots/api#message, 2026-08).
      message_id: message.receiver === undefined ? messageId : 0,
      ...(message.receiver === undefined ? {} : { ephemeral_message_id: messageId }),
      from: botUser(me),
      chat: { id, type, title },
      date: seconds(behind.now()),
      ...shown,
    }
  }

  function reachable(id: number): ChatState | Answer {
    const state = world.find(id)
    if (state === undefined) return refusal(400, "Bad Request: chat not found")
    if (state.movedTo !== undefined) {
      return refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: state.movedTo.id,
      })
    }
    switch (state.standing) {
      case "in":
        return state
      case "outside":
        return refusal(403, `Forbidden: bot is not a member of the ${state.chat.type} chat`)
      case "never started":
        return refusal(403, "Forbidden: bot can't initiate conversation with a user")
      case "blocked":
        return refusal(403, "Forbidden: bot was blocked by the user")
      case "kicked":
        return refusal(403, `Forbidden: bot was kicked from the ${state.chat.type} chat`)
      case "deactivated":
        return refusal(400, "Bad Request: group chat was deactivated")
    }
  }

  /** Runs one call; a method or parameter the double does not know is refused and remembered as a violation. */
  return async function run(method: string, params: Params, gone: Promise<void>): Promise<Answer> {
    if (!isMethod(method)) {
      behind.violation(`unknown method ${method}`)
      return refusal(404, "Not Found: method not found")
    }
    return checked(method, params, gone)
  }

  async function checked<Name extends Method>(
    method: Name,
    params: Params,
    gone: Promise<void>,
  ): Promise<Answer> {
    const parsed = forms[method].safeParse(params)
    if (!parsed.success) {
      const words = `${method}: ${z.prettifyError(parsed.error)}`
      behind.violation(words)
      return refusal(400, `Bad Request: the double does not accept ${words}`)
    }
    // The form of this very method parsed it; the compiler cannot follow a key through two records.
    return methods[method](parsed.data as Call<Name>, gone)
  }
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(forms, name)
}

function wording(
  source: string,
  mode: "HTML" | undefined,
  limit: number,
): Pick<SentMessage, "text" | "html"> | Answer {
  const rendered = mode === undefined ? { text: source } : render(source)
  if ("error" in rendered) return refusal(400, `Bad Request: can't parse entities: ${rendered.error}`)
  if (rendered.text.length > limit) {
    return refusal(
      400,
      limit === 4096 ? "Bad Request: message is too long" : "Bad Request: message caption is too long",
    )
  }
  return { text: rendered.text, html: mode === undefined ? undefined : source }
}

function topicRefusal(state: ChatState, topic: number | undefined): Answer | undefined {
  if (topic === undefined) return undefined
  const status = state.topics.get(topic)
  if (status === undefined) return refusal(400, "Bad Request: message thread not found")
  return status === "closed" ? refusal(400, "Bad Request: TOPIC_CLOSED") : undefined
}

function replyRefusal(
  state: ChatState,
  call: Pick<Call<"sendMessage">, "reply_parameters">,
): Answer | undefined {
  const reply = call.reply_parameters
  if (reply === undefined || reply.allow_sending_without_reply === true) return undefined
  return state.authors.has(reply.message_id)
    ? undefined
    : refusal(400, "Bad Request: message to be replied not found")
}

function buttonRefusal(call: Pick<Call<"sendMessage">, "reply_markup">): Answer | undefined {
  const bad = buttonsOf(call.reply_markup).some(({ data }) => {
    const bytes = Buffer.byteLength(data)
    return bytes < 1 || bytes > 64
  })
  return bad ? refusal(400, "Bad Request: BUTTON_DATA_INVALID") : undefined
}

function receiverOf(
  call: Call<"sendMessage"> | Call<"sendPhoto"> | Call<"sendDocument">,
): number | undefined {
  return "ephemeral_message_parameters" in call
    ? call.ephemeral_message_parameters?.receiver_user_id
    : undefined
}

/** Unasked only administrators among bots may write to one member, and only in groups. */
function whisperRefusal(state: ChatState, receiver: number | undefined): Answer | undefined {
  if (receiver === undefined || (state.isAdmin && state.chat.type !== "private")) return undefined
  return refusal(400, "Bad Request: BOT_NOT_ADMIN")
}

function buttonsOf(markup: Call<"sendMessage">["reply_markup"]): SentMessage["buttons"] {
  return (markup?.inline_keyboard ?? [])
    .flat()
    .map((each) => ({ text: each.text, data: each.callback_data ?? "" }))
}

function ok(result: unknown): Answer {
  return { status: 200, body: { ok: true, result } }
}

function botUser(me: Behind["me"]) {
  return { id: me.id, is_bot: true, first_name: "Trợ lý Sáng kiến", username: me.username }
}

function profile(me: Behind["me"]) {
  return {
    ...botUser(me),
    can_join_groups: true,
    can_read_all_group_messages: me.readsAll(),
    supports_inline_queries: false,
  }
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}

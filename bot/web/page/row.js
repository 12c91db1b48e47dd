/** @import { Acts, Cast, Message, Person, Quote, Unsent } from "./types.js" */
import { element, icon } from "./dom.js"
import { calendar, initials, nameOf, wordsOf } from "./words.js"

/**
 * The avatar of a person, of the bot, or of a group.
 * @param {Cast} cast
 * @param {string} id a person's, the bot's, or any other for a group
 */
export function avatar(cast, id) {
  const at = cast.people.findIndex((person) => person.id === id)
  const person = cast.people[at]
  if (person)
    return element("span", { class: `avatar tone-${at % 6}`, "aria-hidden": "true" }, initials(person.name))
  const isBot = id === cast.bot.id
  return element(
    "span",
    { class: `avatar ${isBot ? "bot" : "group"}`, "aria-hidden": "true" },
    /** @type {Node} */ (icon(isBot ? "bulb" : "group")),
  )
}

/** The id of a message's row, for jumping to what is quoted. @param {string} id */
export function rowId(id) {
  return `m-${id}`
}

/**
 * How a message looks to one person, and what there is to press in it.
 * @param {Cast} cast
 * @param {Person} viewer
 * @param {Acts} acts
 */
export function createRows(cast, viewer, acts) {
  const dates = calendar(cast.timeZone)

  /** @param {Message} message @param {boolean} together */
  const messageItem = (message, together) => {
    const own = message.from === viewer.id
    const isBot = message.from === cast.bot.id
    const kind = own ? "own" : isBot ? "from-bot" : "other"
    const name = nameOf(cast, message.from)
    const bubble = element(
      "div",
      { class: `bubble${message.onlyFor ? " whisper" : ""}${isBare(message) ? " bare" : ""}` },
      element("p", { class: own || together ? "hidden" : "author" }, own ? "Anh/chị" : name),
      message.replyTo && quoteOf(message.replyTo),
      message.picture &&
        element(
          "a",
          { class: "picture", href: message.picture.url, target: "_blank", title: "Mở hình lớn" },
          element("img", {
            src: message.picture.url,
            width: message.picture.width,
            height: message.picture.height,
            alt: message.picture.alt,
          }),
        ),
      textOf(message.pieces),
      message.file &&
        element("a", { href: message.file.url, download: message.file.name }, message.file.name),
      message.onlyFor && element("p", { class: "only" }, icon("eye"), " Chỉ mình anh/chị thấy tin này"),
      timeOf(message.at),
    )
    return element(
      "div",
      { class: `row ${kind}${together ? " together" : ""}`, id: rowId(message.id) },
      !own && (together ? element("span", { class: "avatar none" }) : avatar(cast, message.from)),
      element(
        "div",
        { class: "stack" },
        element(
          "div",
          { class: "line" },
          bubble,
          replyButton(message, own ? "Trả lời tin của mình" : `Trả lời tin của ${name}`),
        ),
        choicesOf(message),
      ),
    )
  }

  /** @param {Unsent} post @param {boolean} together */
  const unsentItem = (post, together) => {
    const failed = post.state === "failed"
    const text = ownWords(post)
    const bubble = element(
      "div",
      { class: `bubble${isBare({ pieces: [{ text, strong: false }] }) ? " bare" : ""}` },
      element("p", { class: "hidden" }, "Anh/chị"),
      post.replyTo && quoteOf(post.replyTo),
      textOf([{ text, strong: false }]),
      timeOf(post.at),
    )
    return element(
      "div",
      // Not read out yet: it will be once it is sent, and once is enough.
      { class: `row own ${post.state}${together ? " together" : ""}`, inert: !failed },
      element(
        "div",
        { class: "stack" },
        element("div", { class: "line" }, bubble),
        failed && failureOf(post),
      ),
    )
  }

  /** @param {Unsent} post */
  const failureOf = (post) => {
    const drop = element("button", { type: "button", class: "drop" }, "Bỏ tin")
    drop.addEventListener("click", () => acts.drop(post))
    if (post.final)
      return element("p", { class: "failure" }, element("span", {}, post.why || "Chưa gửi được."), drop)
    const retry = element(
      "button",
      { type: "button", class: "retry" },
      icon("retry"),
      "Chưa gửi được – bấm để gửi lại",
    )
    retry.addEventListener("click", () => acts.retry(post))
    return element("p", { class: "failure" }, retry, drop)
  }

  /** @param {Quote} quoted */
  const quoteOf = (quoted) => {
    const words = quoted.text || "Hình ảnh"
    const button = element(
      "button",
      {
        type: "button",
        class: "quote",
        tabindex: -1,
      },
      element(
        "b",
        { class: "quote-name" },
        element("span", { class: "hidden" }, "Xem tin của "),
        nameOf(cast, quoted.from),
      ),
      element("span", {}, words),
    )
    button.addEventListener("click", () => acts.jump(quoted.id))
    return button
  }

  /** @param {string} at */
  const timeOf = (at) => element("time", { datetime: at }, dates.time(new Date(at)))

  /** @param {Message} message */
  const choicesOf = (message) => {
    const { choices, pressed } = message
    if (!choices) return undefined
    const group = element("div", { class: "choices", role: "group", "aria-label": "Chọn nhanh" })
    for (const [place, label] of choices.labels.entries()) {
      // Choices are numbered from 1, as the text lists them and as people type them.
      const option = place + 1
      const chosen = pressed === option
      const chip = element(
        "button",
        { type: "button", class: chosen ? "chip chosen" : "chip", disabled: pressed !== undefined },
        chosen && icon("check"),
        label,
        chosen && element("span", { class: "hidden" }, " (đã chọn)"),
      )
      chip.addEventListener("click", () => {
        for (const other of group.querySelectorAll("button")) other.disabled = true
        acts.press(message, option)
      })
      group.append(chip)
    }
    return group
  }

  /** @param {Message} message @param {string} label */
  const replyButton = (message, label) => {
    const button = element(
      "button",
      {
        type: "button",
        class: "icon-button reply",
        "aria-label": label,
        title: "Trả lời (phím ↑ ↓: tin khác)",
        tabindex: -1,
      },
      icon("reply"),
    )
    button.addEventListener("click", () => acts.reply(message))
    return button
  }

  /** @param {readonly string[]} suggestions @param {string} hint */
  const suggestionItem = (suggestions, hint) => {
    const chips = suggestions.map((text) => {
      const chip = element("button", { type: "button", class: "chip" }, text)
      chip.addEventListener("click", () => acts.suggest(text))
      return chip
    })
    return element(
      "div",
      { class: "suggestions" },
      avatar(cast, cast.bot.id),
      element("p", {}, "Thử ngay"),
      ...chips,
      hint !== "" && element("p", { class: "call" }, hint),
    )
  }

  return { messageItem, unsentItem, suggestionItem }
}

/** @param {Unsent} post */
export function ownWords(post) {
  if ("file" in post) return `📎 ${post.file.name} ${post.caption}`.trim()
  if ("text" in post) return post.text
  return "sticker" in post ? post.sticker : ""
}

/** @param {readonly { text: string, strong: boolean }[]} pieces */
function textOf(pieces) {
  if (pieces.length === 0) return undefined
  return element(
    "p",
    { class: "words" },
    ...pieces.flatMap((one) =>
      one.strong ? element("strong", {}, ...unbroken(one.text)) : unbroken(one.text),
    ),
  )
}

/** Codes; "120.000.000 đ/năm", "12 triệu đồng"; "3.950 (+205)", "3.801/5.000 (76,0%)"; "22/4 16h00". */
const ONE_PIECE =
  /((?:SK|NH|YC)-\d+|\d[\d.,]* (?:(?:nghìn|triệu|tỷ)(?: đồng)?|đồng|đ|USD)(?![\p{L}\d])(?:\/\p{L}+)?|\d[\d.,/]* \([+−-]?\d[\d.,]*%?\)|\d{1,2}\/\d{1,2} \d{1,2}h\d{2})/u

/** What a line must not break inside, as elements of their own. @param {string} text */
function unbroken(text) {
  return text
    .split(ONE_PIECE)
    .map((part, at) => (at % 2 === 1 ? element("span", { class: "whole" }, part) : part))
}

/** A single 👍 is a picture rather than a sentence. @param {Pick<Message, "pieces" | "picture">} message */
function isBare(message) {
  return wordsOf(message.pieces) === "👍" && !message.picture
}

import { byId } from "./dom.js"

const scroller = byId("scroller", HTMLElement)
const newer = byId("newer", HTMLButtonElement)
const calm = matchMedia("(prefers-reduced-motion: reduce)")

/** How far from the end somebody still reads the newest message. */
const NEAR_PX = 80

/**
 * Where in the log somebody reads: at its end, which it then follows as messages come and the text field grows, or further up, where it
 * stays still and a button leads down again.
 * @param {() => void} afterwards the button is gone once it was pressed, and the keyboard needs another place
 */
export function createReading(afterwards) {
  let atEnd = true

  const toEnd = () => {
    atEnd = true
    scroller.scrollTop = scroller.scrollHeight
    newer.hidden = true
  }

  const sizes = new ResizeObserver(() => {
    if (atEnd) toEnd()
  })
  newer.addEventListener("click", () => {
    toEnd()
    afterwards()
  })
  scroller.addEventListener("scroll", () => {
    const { scrollHeight, scrollTop, clientHeight } = scroller
    atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX
    if (atEnd) newer.hidden = true
  })

  return {
    toEnd,

    /** @param {HTMLElement} list of the room that is opened */
    open: (list) => {
      scroller.replaceChildren(list)
      sizes.disconnect()
      sizes.observe(scroller)
      sizes.observe(list)
    },

    /** The log has changed. @param {boolean} isNews whether somebody else wrote what has come */
    follow: (isNews) => {
      if (atEnd) toEnd()
      else if (isNews) newer.hidden = false
    },

    /** @param {HTMLElement} row */
    jump: (row) => {
      row.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" })
      row.classList.remove("found")
      // Reading the size makes the browser see the class go before it comes back, so that the row lights up every time.
      void row.offsetWidth
      row.classList.add("found")
      row.querySelector("button.reply")?.focus({ preventScroll: true })
    },
  }
}

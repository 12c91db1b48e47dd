/** As core/file/file.ts has it. */
const MOST_BYTES = 5 * 1024 * 1024
/** More at once is a slip of the hand. */
const MOST_FILES = 10

/**
 * Lets files be chosen by a button, dropped on `target`, or pasted.
 * @param {{ button: HTMLButtonElement, input: HTMLInputElement, target: HTMLElement }} page
 * @param {{ take: (files: File[]) => void, refuse: (why: string) => void }} on
 */
export function acceptFiles({ button, input, target }, on) {
  /** @param {readonly File[]} files */
  const take = (files) => {
    const fitting = files.filter((file) => file.size > 0 && file.size <= MOST_BYTES).slice(0, MOST_FILES)
    if (files.length > MOST_FILES) on.refuse(`Mỗi lần gửi tối đa ${MOST_FILES} tệp.`)
    else if (fitting.length < files.length) on.refuse("Tệp trống hoặc lớn quá 5 MB thì không gửi được.")
    if (fitting.length > 0) on.take(fitting)
  }
  button.addEventListener("click", () => input.click())
  input.addEventListener("change", () => {
    take([...(input.files ?? [])])
    // Or the same file could not be chosen again.
    input.value = ""
  })
  target.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    target.classList.add("dropping")
  })
  target.addEventListener("dragleave", () => target.classList.remove("dropping"))
  target.addEventListener("drop", (event) => {
    target.classList.remove("dropping")
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    take(files)
  })
  target.addEventListener("paste", (event) => {
    // Cells copied from Excel come as words and as a picture of them: the words are meant.
    const { clipboardData } = event
    if (!clipboardData || clipboardData.types.includes("text/plain")) return
    const files = [...clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    take(files)
  })
}

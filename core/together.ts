/**
 * Runs one call at a time and gathers what is asked for in the meantime into the next one: somebody who asks alone waits for
 * nobody, and a crowd shares a few calls. `run` answers in the order in which it was asked.
 *
 * When a call fails, everybody in it gets the error. But where `mayBeOnes` says that a single one may be to blame, each is
 * tried by itself first, so that only the guilty fail. Behind a call that takes longer than `patienceMs` the next one starts
 * without waiting for its end.
 */
export function together<Ask, Answer>(
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  mayBeOnes: (error: unknown) => boolean = () => false,
  patienceMs?: number,
): (ask: Ask) => Promise<Answer> {
  type Waiting = {
    readonly ask: Ask
    readonly resolve: (answer: Answer) => void
    readonly reject: (error: unknown) => void
  }
  const waiting: Waiting[] = []
  let isRunning = false

  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await run(batch.map(({ ask }) => ask))
      for (const [place, { resolve }] of batch.entries()) resolve(answers[place] as Answer)
    } catch (error) {
      if (batch.length > 1 && mayBeOnes(error)) for (const alone of batch) await answer([alone])
      else for (const { reject } of batch) reject(error)
    }
  }

  async function drain(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      // Whatever else this turn of the event loop brings joins the call.
      await new Promise((resolve) => setImmediate(resolve))
      await atMost(patienceMs, answer(waiting.splice(0, MOST_TOGETHER)))
    }
    isRunning = false
  }

  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject })
      if (!isRunning) void drain()
    })
}

/** Bounds a call when many have gathered behind a slow store. */
const MOST_TOGETHER = 200

/** Waits for `work`, but no longer than `ms`. */
async function atMost(ms: number | undefined, work: Promise<void>): Promise<void> {
  if (ms === undefined) return await work
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, patience])
  clearTimeout(timer)
}

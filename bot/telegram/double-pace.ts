/** Telegram's documented limits (core.telegram.org/bots/faq, 2026-08): chat 1/s, group 20/min, bot 30/s. */
const LIMITS = { chat: [1, 1_000], group: [20, 60_000], bot: [30, 1_000] } as const

/** Counts sends; answers how many seconds the caller must wait, or undefined when the send may pass. */
export function createPace(now: () => number) {
  const passed = new Map<string, number[]>()

  function waitMs(key: string, [count, windowMs]: readonly [number, number]): number {
    const recent = (passed.get(key) ?? []).filter((at) => at > now() - windowMs)
    passed.set(key, recent)
    const blocking = recent.length < count ? undefined : recent[recent.length - count]
    return blocking === undefined ? 0 : blocking + windowMs - now()
  }

  return function retryAfterSeconds(chat: {
    readonly id: number
    readonly type: string
  }): number | undefined {
    const checks = [
      [`chat ${chat.id}`, LIMITS.chat],
      ["bot", LIMITS.bot],
      ...(chat.type === "private" ? [] : ([[`group ${chat.id}`, LIMITS.group]] as const)),
    ] as const
    const longest = Math.max(...checks.map(([key, limit]) => waitMs(key, limit)))
    if (longest > 0) return Math.ceil(longest / 1000)
    for (const [key] of checks) passed.get(key)?.push(now())
    return undefined
  }
}

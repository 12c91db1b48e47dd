import { readFile } from "node:fs/promises"

/** What `npm start` gives Node: its environment, and options before the program's name. A bot that is measured runs as the one in use. */
export async function asInUse(): Promise<{
  readonly env: Readonly<Record<string, string>>
  readonly options: readonly string[]
}> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8")
  const { scripts } = JSON.parse(text) as { readonly scripts: { readonly start: string } }
  const [, env, options] = /^exec env (.*) node (.*) bot\/main\.ts$/.exec(scripts.start) ?? []
  if (env === undefined || options === undefined)
    throw new Error("The start script of package.json has another form.")
  return {
    env: Object.fromEntries(env.split(" ").map((each) => each.split("=") as [string, string])),
    options: options.split(" "),
  }
}

import { readFile } from "node:fs/promises"

/** What `npm start` tells Node before the program's name: a bot that is measured runs as the one in use. */
export async function startOptions(): Promise<string[]> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8")
  const { scripts } = JSON.parse(text) as { readonly scripts: { readonly start: string } }
  const options = /node (.*) bot\/main\.ts/.exec(scripts.start)?.[1]
  if (options === undefined) throw new Error("The start script of package.json has another form.")
  return options.split(" ")
}

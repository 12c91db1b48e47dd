import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { codeOf } from "../core/error.ts"
import { createWording } from "../core/messages/wording.ts"
import type { Settings } from "./settings.ts"

/** Below `DATA_DIR`: a federation's own sentences. */
const OWN = "wording"

/** The bot's words in the language of the settings, with what `DATA_DIR/wording/*.ftl` says otherwise. */
export function loadWording({
  language,
  dataDir,
}: Pick<Settings, "language" | "dataDir">): ReturnType<typeof createWording> {
  const source = readFileSync(new URL(`../core/messages/${language}.ftl`, import.meta.url), "utf8")
  const folder = join(dataDir, OWN)
  const own = filesIn(folder).map((name) => ({ name, source: readFileSync(join(folder, name), "utf8") }))
  return createWording(source, language, own)
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".ftl"))
      .sort()
  } catch (error) {
    if (codeOf(error) === "ENOENT") return []
    throw error
  }
}

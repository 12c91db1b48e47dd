import { enableCompileCache, registerHooks } from "node:module"

// Loaded before everything else (`node --import`) and the one file that is not TypeScript: to strip its types Node would
// load its whole stripper, which with this cache nothing else needs. `docs/performance.md` tells what each part saves.

// The second start finds every module compiled, types stripped. A folder that cannot be written to is no error, only slower.
enableCompileCache()

/** Packages of hundreds of files, each of them an ES module that names the others in full. */
const OF_MANY_FILES = /\/node_modules\/(?:kysely|zod)\/.*\.js$/

/** What their indexes name and we have no use for: zod's fifty languages, Kysely's dialects of other databases. */
const OF_NO_USE =
  /\/(?:zod\/.*\/locales\/index|kysely\/dist\/dialect\/(?:mysql|mssql|sqlite|pglite)\/[^/]+)\.js$/
const NOTHING = { url: "data:text/javascript,", format: "module", shortCircuit: true }

// Of each of some thousand imports Node asks the disk what it names and of which kind it is. Ours say both, and the same
// package is the same for every file of ours. What is not there is no less an error, when it is read.
const packages = new Map()
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL, conditions } = context
    if (parentURL === undefined || !conditions.includes("import")) return next(specifier, context)
    const isRelative = specifier.startsWith(".")
    if (isRelative && parentURL.endsWith(".ts") && specifier.endsWith(".ts"))
      return named(specifier, parentURL, "module-typescript")
    if (isRelative && OF_MANY_FILES.test(parentURL)) {
      const file = named(specifier, parentURL, "module")
      return OF_NO_USE.test(file.url) ? NOTHING : file
    }
    if (isRelative || !parentURL.endsWith(".ts")) return next(specifier, context)
    const known = packages.get(specifier) ?? { ...next(specifier, context), shortCircuit: true }
    packages.set(specifier, known)
    return known
  },
})

function named(specifier, parentURL, format) {
  return { url: new URL(specifier, parentURL).href, format, shortCircuit: true }
}

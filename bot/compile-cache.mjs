import { enableCompileCache } from "node:module"

// Loaded before everything else (`node --import`): the second start finds every module compiled, types stripped, and takes
// half the time. A folder that cannot be written to is no error, only slower. The one file that is not TypeScript: to strip
// its types Node would load its whole stripper, which with this cache nothing else needs.
enableCompileCache()

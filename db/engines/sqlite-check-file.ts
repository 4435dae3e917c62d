import { checkFile } from './sqlite-check.ts'

// A process of its own: `sqlite-check-file.ts FILE`. The check holds its thread for as long as it reads.
process.exitCode = checkFile(process.argv[2] ?? '')

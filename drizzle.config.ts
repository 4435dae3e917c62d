import { defineConfig } from 'drizzle-kit'

const url = process.env.DATABASE_URL ?? ''
const postgres = /^postgres(ql)?:/.test(url)

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './db/schema.ts',
  out: postgres ? './db/migrations/postgres' : './db/migrations/sqlite',
  casing: 'snake_case',
})

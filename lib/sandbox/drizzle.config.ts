import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './lib/sandbox/db/schema.ts',
  out: './lib/sandbox/db/migrations',
  casing: 'snake_case',
})

import 'server-only'
import { processWide } from '@/lib/env'

/**
 * Has work about the same subject done one after the other, in this process.
 * @param subject what the work is about, such as `auth:grace@liberty.example`
 * @returns what the work gives; its error is thrown and does not stop the next
 */
export async function inTurn<T>(subject: string, work: () => Promise<T>): Promise<T> {
  const turns = processWide('turns', () => new Map<string, Promise<unknown>>())
  const mine = (turns.get(subject) ?? Promise.resolve()).then(work)
  const settled = mine.catch(() => undefined)
  turns.set(subject, settled)
  try {
    return await mine
  } finally {
    if (turns.get(subject) === settled) turns.delete(subject)
  }
}

import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/** What a sealed text is for: each purpose has a key of its own, and a text sealed for one cannot be opened as another. */
export type SealPurpose = 'platform-password' | 'submission-body'

function keyFor(purpose: SealPurpose | `draft ${string}`): Buffer {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `selfcare seal ${purpose}`, 32))
}

/**
 * The key under which a user's browser seals the drafts that it keeps: another for every user, the same in each of his sessions. Whoever has
 * only the browser's storage cannot open them.
 * @returns base64 of 32 bytes
 */
export function draftKey(userId: string): string {
  return keyFor(`draft ${userId}`).toString('base64')
}

/** Seals a text with AES-256-GCM under a key derived from AUTH_SECRET. Returns base64url of nonce, tag and ciphertext. */
export function seal(purpose: SealPurpose, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Opens what `seal` sealed. Throws when it was sealed with another secret or purpose, or was changed. */
export function unseal(purpose: SealPurpose, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

import { draftKey } from '@/lib/contract/draft-key'
import { sendForOne } from './send'

/** A sealed text and what opening it takes besides the key, all in base64. */
export type Sealed = { iv: string; sealed: string }

const algorithm = 'AES-GCM'

/**
 * Asks for the key of a user's drafts. It lives in memory only, and no script can read it back.
 * @throws RefusalError, LostError, or an Error where somebody else is signed in by now
 */
export async function readDraftKey(userId: string): Promise<CryptoKey> {
  const answer = await sendForOne({ method: 'GET', path: '/api/v2/draft-key', item: draftKey })
  if (answer.userId !== userId) throw new Error('Somebody else is signed in')
  return crypto.subtle.importKey('raw', toBytes(answer.key), algorithm, false, ['encrypt', 'decrypt'])
}

/** Seals a text with AES-256-GCM. It opens only beside the very same `place`. */
export async function sealDraft(key: CryptoKey, place: string, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = new TextEncoder().encode(text)
  const sealed = await crypto.subtle.encrypt({ name: algorithm, iv, additionalData: placeBytes(place) }, key, bytes)
  return { iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) }
}

/** Opens what `sealDraft` sealed. Throws when the key or the place is another, or anything was changed. */
export async function openDraft(key: CryptoKey, place: string, { iv, sealed }: Sealed): Promise<string> {
  const parameters = { name: algorithm, iv: toBytes(iv), additionalData: placeBytes(place) }
  return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, key, toBytes(sealed)))
}

function placeBytes(place: string) {
  return new TextEncoder().encode(place)
}

function toBytes(base64: string) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

// One by one: as arguments of a single call a large draft would overflow the stack.
function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

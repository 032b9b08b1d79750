/** The key that an `otpauth:` address holds, in groups of four for whoever types it; undefined when there is none. */
export function groupedKey(totpUri: string): string | undefined {
  if (!URL.canParse(totpUri)) return undefined
  const key = new URL(totpUri).searchParams.get('secret')?.replace(/=+$/, '')
  return key ? (key.match(/.{1,4}/g) ?? []).join(' ') : undefined
}

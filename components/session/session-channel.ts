/** When the session ends by this machine's clock, in milliseconds since the epoch, and whether activity still moves that. */
export type SessionLife = { endsAtMs: number; extendable: boolean }

/** What one tab tells the others. */
export type SessionNews =
  /** The end has been read or, after the user did something, moved. */
  | { kind: 'life'; life: SessionLife; active: boolean }
  /** Somebody is signed in there: the same user again, or another. */
  | { kind: 'signedIn'; userId: string }
  | { kind: 'signedOut' }

let shared: BroadcastChannel | undefined

// One for the whole document: a second one would hear what the first one says.
function channel(): BroadcastChannel {
  shared ??= new BroadcastChannel('selfcare-session')
  return shared
}

/** Tells the other tabs of this browser. */
export function tellTabs(news: SessionNews): void {
  channel().postMessage(news)
}

/**
 * Hears what other tabs tell.
 * @returns gives it up again
 */
export function onTabNews(listener: (news: SessionNews) => void): () => void {
  const hear = ({ data }: MessageEvent<SessionNews>) => listener(data)
  channel().addEventListener('message', hear)
  return () => channel().removeEventListener('message', hear)
}

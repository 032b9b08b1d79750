'use client'

import { CodeForm } from './code-form'
import { leaveFor } from './leave-for'
import { ownPath } from './own-path'
import { StartAgainLink } from './start-again-link'

/** The page's second step of signing in; afterwards the page that was asked for is loaded anew. */
export function CodePageForm({ next }: { next: string | undefined }) {
  return <CodeForm onVerified={() => leaveFor(ownPath(next))} startAgain={<StartAgainLink next={next} />} />
}

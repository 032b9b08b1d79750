'use client'

import { searchParams } from '@/lib/client/search-params'
import { leaveFor } from './leave-for'
import { ownPath } from './own-path'
import { PasswordForm } from './password-form'

/** The page's sign-in. The page that was asked for is loaded anew, with the session; the server leads to whatever is still to be proved. */
export function SignInForm({ next }: { next: string | undefined }) {
  return (
    <PasswordForm
      onSignedIn={(outcome) =>
        leaveFor(outcome === 'codeDue' ? `/sign-in/code${searchParams({ next })}` : ownPath(next))
      }
    />
  )
}

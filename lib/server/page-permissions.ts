import 'server-only'
import { may, type Permission } from '@/lib/auth/permission'
import type { SignedIn } from '@/lib/server/session'

/** Whether a session may do something, for a page that shows or explains; the route decides by the same table. */
export function mayOnPage({ user, reach }: SignedIn, permission: Permission): boolean {
  // Who reaches no more than its own profile has nobody to do anything to.
  return may(user.role, permission) && (reach.kind === 'own' || permission === 'read' || permission === 'readAudit')
}

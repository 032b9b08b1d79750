import { type UserRole, userRoles } from '@/lib/contract/enums'

/** What a console user may do, by role. Whoever may write may read. */
const permissions = {
  read: ['ROLE_SUPER_ADMIN', 'ROLE_USER', 'ROLE_SUPPORT', 'ROLE_READ_ONLY'],
  createCustomer: ['ROLE_SUPER_ADMIN'],
  editCustomer: ['ROLE_SUPER_ADMIN', 'ROLE_USER'],
  manageExternalParams: ['ROLE_SUPER_ADMIN', 'ROLE_USER'],
  retryRequest: ['ROLE_SUPER_ADMIN', 'ROLE_USER', 'ROLE_SUPPORT'],
  manageUsers: ['ROLE_SUPER_ADMIN'],
  readAudit: ['ROLE_SUPER_ADMIN'],
} as const satisfies Record<string, readonly UserRole[]>

export type Permission = keyof typeof permissions

/** Whether a role has a permission. A role that this version does not know has none. */
export function may(role: string, permission: Permission): boolean {
  return isUserRole(role) && (permissions[permission] as readonly UserRole[]).includes(role)
}

/** Whether a stored role is one of the contract's. */
export function isUserRole(role: string): role is UserRole {
  return (userRoles as readonly string[]).includes(role)
}

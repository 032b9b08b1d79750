import { expect, it } from 'vitest'
import { isUserRole, may, type Permission } from '@/lib/auth/permission'

/** What each role may do, as the house has it; written down a second time on purpose. */
const intended: Record<string, Permission[]> = {
  ROLE_SUPER_ADMIN: ['read', 'createCustomer', 'editCustomer', 'retryRequest', 'manageUsers', 'readAudit'],
  ROLE_USER: ['read', 'editCustomer', 'retryRequest'],
  ROLE_SUPPORT: ['read', 'retryRequest'],
  ROLE_READ_ONLY: ['read'],
  ROLE_OF_A_LATER_VERSION: [],
  toString: [],
}
const every = intended.ROLE_SUPER_ADMIN ?? []

it.each(Object.entries(intended))('%s may %j and nothing else', (role, permissions) => {
  expect(every.filter((permission) => may(role, permission))).toEqual(permissions)
  expect(isUserRole(role)).toBe(permissions.length > 0)
})

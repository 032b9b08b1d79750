import type { UserRole } from '@/lib/contract/enums'

/** Console users of the demo, and the Public API user by which the console speaks for their parent customer. */
export type DemoParent = {
  customerName: string
  apiUser: string
  policy: string
  users: { email: string; name: string; role: UserRole; note?: string }[]
}

export const demoPassword = 'Selfcare-demo-1'
export const demoApiPassword = 'Sandbox-api-1'

export const demoParents: DemoParent[] = [
  {
    customerName: 'Liberty Telecom',
    apiUser: 'api@liberty.example',
    policy: 'DISABLED',
    users: [
      { email: 'admin@liberty.example', name: 'Grace Whitfield', role: 'ROLE_SUPER_ADMIN' },
      { email: 'viewer@liberty.example', name: 'Viktor Lindqvist', role: 'ROLE_READ_ONLY', note: 'read only' },
    ],
  },
  {
    customerName: 'Concord Mobile',
    apiUser: 'api@concord.example',
    policy: 'ENABLED',
    users: [{ email: 'admin@concord.example', name: 'Amélie Laurent', role: 'ROLE_SUPER_ADMIN' }],
  },
  {
    customerName: 'Citadel Networks',
    apiUser: 'api@citadel.example',
    policy: 'MANDATORY',
    users: [{ email: 'admin@citadel.example', name: 'Daniel Okafor', role: 'ROLE_SUPER_ADMIN' }],
  },
  {
    customerName: 'Summit Four',
    apiUser: 'api@summit.example',
    policy: 'DISABLED',
    users: [
      {
        email: 'admin@summit.example',
        name: 'Noa Peretz',
        role: 'ROLE_SUPER_ADMIN',
        note: 'level four: may not create',
      },
    ],
  },
]

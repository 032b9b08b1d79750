import { route } from '@/lib/server/route'

/** The countries that the platform knows. */
export const GET = route({ permission: 'read', profile: true, handle: ({ platform }) => platform.countries() })

import { route } from '@/lib/server/route'

/** The countries that the platform knows. */
export const GET = route({ permission: 'read', handle: ({ platform }) => platform.countries() })

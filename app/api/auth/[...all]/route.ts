import { handleAuth } from '@/lib/server/handle-auth'

export const POST = handleAuth

import { notOffered } from '@/lib/server/route'

export const GET = notOffered
export const POST = notOffered
export const PUT = notOffered
export const PATCH = notOffered
export const DELETE = notOffered

import { readiness } from '@/lib/server/health'

/** The console can do its work: 200 or 503. */
export async function GET(): Promise<Response> {
  const { ready, checks } = await readiness()
  return Response.json({ ready, checks }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}

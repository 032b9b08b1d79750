import { type NextRequest, NextResponse } from 'next/server'

/** Mirrors `pathHeader` of lib/server/session.ts: the proxy is bundled apart and imports nothing of ours. */
const pathHeader = 'x-selfcare-path'

/**
 * Gives every page its Content Security Policy with a nonce of its own: only scripts and styles that this answer brought may run, so that a
 * text which slipped into the page as markup stays a text.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const development = process.env.NODE_ENV === 'development'
  const policy = [
    "default-src 'self'",
    // React's development build uses eval for better stack traces; the production build does not.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: ['/((?!api/|_next/static/|_next/image|favicon\\.svg$).*)'] }

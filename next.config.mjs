import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/messages/request.ts')

/** Headers of every answer. The Content Security Policy of a page has a nonce and comes from proxy.ts. */
const headers = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
  { key: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

/** An answer of the API is data: should a browser be led to show it, it may load and run nothing. */
const apiPolicy = { key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The embedded database brings WASM and data files that are read from node_modules; pino starts worker threads from there.
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'pino'],
  // `npm run types` checks the whole project, tests included; the build need not do it again on the user's machine.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/api/:path*', headers: [apiPolicy] },
  ],
}

export default withNextIntl(config)

import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * Who may import whom, as the house's table has it; written a second time here on purpose, so that a row of the lint configuration that goes
 * missing or grows too wide is noticed. `file` is where a probe stands, `may` what it may import of ours.
 */
const nounParts = ['components/form', 'components/ui', 'lib/client', 'lib/forms', 'lib/contract']
const law: { file: string; may: string[] }[] = [
  { file: 'lib/contract/probe.ts', may: [] },
  { file: 'lib/forms/probe.ts', may: ['lib/contract'] },
  { file: 'lib/client/probe.ts', may: ['lib/contract'] },
  { file: 'lib/platform/probe.ts', may: ['lib/contract', 'lib/env'] },
  { file: 'lib/embedded/probe.ts', may: [] },
  { file: 'lib/db/probe.ts', may: ['lib/env', 'lib/contract', 'lib/embedded'] },
  { file: 'lib/auth/probe.ts', may: ['lib/env', 'lib/contract', 'lib/db', 'lib/server/log'] },
  {
    file: 'lib/server/probe.ts',
    may: ['lib/contract', 'lib/platform', 'lib/auth', 'lib/db', 'lib/embedded', 'lib/env'],
  },
  { file: 'lib/sandbox/probe.ts', may: ['lib/contract', 'lib/embedded'] },
  {
    file: 'lib/launch/probe.ts',
    may: ['lib/server', 'lib/platform', 'lib/auth', 'lib/db', 'lib/contract', 'lib/env'],
  },
  { file: 'lib/messages/probe.ts', may: [] },
  { file: 'lib/env.ts', may: ['lib/messages'] },
  { file: 'components/ui/probe.tsx', may: [] },
  { file: 'components/form/probe.tsx', may: ['components/ui', 'lib/forms', 'lib/contract'] },
  { file: 'components/audit/probe.tsx', may: nounParts },
  { file: 'components/customers/probe.tsx', may: nounParts },
  { file: 'components/external-params/probe.tsx', may: nounParts },
  { file: 'components/requests/probe.tsx', may: nounParts },
  { file: 'components/session/probe.tsx', may: nounParts },
  { file: 'components/shell/probe.tsx', may: nounParts },
  { file: 'app/(console)/customers/probe.tsx', may: ['components', 'lib/server', 'lib/client'] },
  { file: 'app/api/v2/probe.ts', may: ['lib/server', 'lib/contract'] },
  { file: 'e2e/api/probe.ts', may: ['e2e', '.ci', 'lib/contract'] },
  { file: 'e2e/bench/probe.ts', may: ['e2e', 'lib/forms', 'lib/contract', '.ci'] },
  { file: '.ci/probe.ts', may: ['e2e', '.ci', 'lib/contract'] },
]

/** One module of every room. */
const modules = [
  ...[
    'contract',
    'forms',
    'client',
    'platform',
    'db',
    'embedded',
    'auth',
    'server',
    'sandbox',
    'messages',
    'launch',
  ].map((name) => `lib/${name}/probed`),
  'lib/env',
  'lib/server/log',
  ...['ui', 'form', 'customers', 'external-params', 'requests', 'session', 'shell'].map(
    (name) => `components/${name}/probed`,
  ),
  'app/probed',
  'app/api/v2/probed',
  'e2e/fixtures/probed',
  '.ci/probed',
]

const root = fileURLToPath(new URL('..', import.meta.url))
const biome = join(root, 'node_modules/.bin/biome')

/** The room that a file stands in: a file may always import what stands in its own. */
const roomOf = (file: string) => (file.startsWith('app/') || /^lib\/[^/]+$/.test(file) ? file : dirname(file))
const lies = (module: string, room: string) => module === room || module.startsWith(`${room}/`)

/** Numbers of the lines that the import law refuses, per file. One run of the linter for all of them. */
function refusedLines(probes: Record<string, string[]>): Map<string, number[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'import-law-')))
  try {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'))
    for (const [file, lines] of Object.entries(probes)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true })
      writeFileSync(join(folder, file), lines.join('\n'))
    }
    const options = [
      '--vcs-enabled=false',
      '--only=style/noRestrictedImports',
      '--max-diagnostics=none',
      '--reporter=github',
    ]
    const { stdout } = spawnSync(biome, ['lint', ...options], { cwd: folder, encoding: 'utf8' })
    const refused = new Map(Object.keys(probes).map((file): [string, number[]] => [file, []]))
    for (const [, file = '', line] of stdout.matchAll(/noRestrictedImports,file=([^,]+),line=(\d+)/g)) {
      refused.get(relative(folder, file))?.push(Number(line))
    }
    return refused
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('the import law', () => {
  const specifiers = [
    ...modules.map((module) => `@/${module}`),
    '../probed',
    '../../lib/sandbox/probed',
    '..',
    './probed',
  ]
  const packages = ['zod', 'zod/v4', 'zod/mini', 'react']
  const lines = [...specifiers, ...packages].map((specifier) => `import '${specifier}'`)
  let refused = new Map<string, number[]>()

  beforeAll(() => {
    refused = refusedLines(Object.fromEntries(law.map(({ file }) => [file, lines])))
  })

  it.each(law)('$file may import $may, what stands beside it, and nothing else of ours', ({ file, may }) => {
    const allowed = [roomOf(file), ...may]
    const forbidden = [...specifiers, ...packages].filter((specifier) => {
      if (specifier.startsWith('@/')) return !allowed.some((room) => lies(specifier.slice(2), room))
      return specifier.startsWith('..') || specifier === 'zod' || specifier === 'zod/v4'
    })
    const found = (refused.get(file) ?? []).map((line) => [...specifiers, ...packages][line - 1])
    expect(found.sort()).toEqual(forbidden.sort())
  })

  it('holds in whatever form a module is named', () => {
    const forms = [
      "import { a } from '@/lib/server/probed'",
      "import type { A } from '@/lib/server/probed'",
      "export { b } from '@/lib/server/probed'",
      "export * from '@/lib/server/probed'",
      "export const c = () => import('@/lib/server/probed')",
    ]
    expect(refusedLines({ 'lib/contract/probe.ts': forms }).get('lib/contract/probe.ts')).toEqual([1, 2, 3, 4, 5])
  })

  it('leaves out no folder that there is', () => {
    const folders = ['lib', 'components'].flatMap((parent) =>
      readdirSync(join(root, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${parent}/${name}`),
    )
    expect(folders.length).toBeGreaterThan(10)
    const file = (folder: string) => `${folder}/deep/probe.ts`
    // Nobody may import the sandbox; from its own folder it is looked at through another.
    const forbidden = (folder: string) => (folder === 'lib/sandbox' ? 'lib/server' : 'lib/sandbox')
    const found = refusedLines(
      Object.fromEntries(folders.map((folder) => [file(folder), [`import '@/${forbidden(folder)}/probed'`]])),
    )
    expect(folders.filter((folder) => found.get(file(folder))?.length !== 1)).toEqual([])
  })
})

describe('no source goes around the law', () => {
  let sources: string[] = []

  beforeAll(() => {
    const listed = execFileSync(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    )
    sources = listed.split('\n').filter(Boolean)
  })

  afterAll(() => expect(sources.length).toBeGreaterThan(50))

  // The linter matches specifiers as they are written: `./../x` and `@/a/../b` lead out of a folder without its noticing.
  it('by a detour within the path', () => {
    const detours = sources.flatMap((file) => {
      const text = readOr(join(root, file))
      const found = [
        ...text.matchAll(/(?:from|import|require)\s*\(?\s*['"](\.\/\.\.[^'"]*|[^'".][^'"]*\/\.\.(?:\/[^'"]*)?)['"]/g),
      ]
      return found.map(([, specifier]) => `${file}: ${specifier}`)
    })
    expect(detours.filter((line) => !line.startsWith('.ci/import-law.test.ts'))).toEqual([])
  })

  it('by a word to the linter', () => {
    const silenced = sources.filter((file) => /biome-ignore[^\n]*noRestrictedImports/.test(readOr(join(root, file))))
    expect(silenced.filter((file) => file !== '.ci/import-law.test.ts')).toEqual([])
  })
})

/** A file's text; nothing where it went since it was listed. */
function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

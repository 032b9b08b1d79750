import { build } from '@/lib/launch/build'

/** `npm run build`: builds in any case, and leaves the mark by which the demo knows that it need not. */
build('inherit')

import type { Config } from 'tailwindcss'

/**
 * The design tokens. Colours are CSS variables whose light and dark values stand side by side in `app/globals.css`;
 * everything else has its value here.
 */
const config: Config = {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      canvas: 'var(--color-canvas)',
      surface: 'var(--color-surface)',
      muted: 'var(--color-muted)',
      hover: 'var(--color-hover)',
      line: 'var(--color-line)',
      // `edge` outlines a control and keeps 3:1 against every surface; `line` only separates and need not.
      edge: { DEFAULT: 'var(--color-edge)', danger: 'var(--color-edge-danger)' },
      ink: { DEFAULT: 'var(--color-ink)', muted: 'var(--color-ink-muted)', subtle: 'var(--color-ink-subtle)' },
      accent: {
        DEFAULT: 'var(--color-accent)',
        hover: 'var(--color-accent-hover)',
        ink: 'var(--color-accent-ink)',
        soft: 'var(--color-accent-soft)',
        text: 'var(--color-accent-text)',
      },
      danger: {
        DEFAULT: 'var(--color-danger)',
        hover: 'var(--color-danger-hover)',
        soft: 'var(--color-danger-soft)',
        text: 'var(--color-danger-text)',
      },
      success: { soft: 'var(--color-success-soft)', text: 'var(--color-success-text)' },
      warning: { soft: 'var(--color-warning-soft)', text: 'var(--color-warning-text)' },
      info: { soft: 'var(--color-info-soft)', text: 'var(--color-info-text)' },
      scrim: 'var(--color-scrim)',
    },
    fontFamily: {
      sans: ['system-ui', '-apple-system', '"Segoe UI"', 'Roboto', '"Noto Sans"', 'sans-serif'],
      mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', '"Liberation Mono"', 'monospace'],
    },
    fontSize: {
      xs: ['0.75rem', { lineHeight: '1.125rem' }],
      sm: ['0.8125rem', { lineHeight: '1.25rem' }],
      base: ['0.875rem', { lineHeight: '1.25rem' }],
      lg: ['1rem', { lineHeight: '1.5rem' }],
      xl: ['1.1875rem', { lineHeight: '1.625rem', letterSpacing: '-0.011em' }],
      '2xl': ['1.5rem', { lineHeight: '2rem', letterSpacing: '-0.018em' }],
    },
    borderRadius: {
      none: '0',
      sm: '0.25rem',
      DEFAULT: '0.375rem',
      md: '0.5rem',
      lg: '0.75rem',
      full: '9999px',
    },
    boxShadow: {
      none: 'none',
      card: '0 1px 2px 0 var(--color-shadow)',
      raised: '0 1px 2px 0 var(--color-shadow), 0 4px 12px -2px var(--color-shadow)',
      overlay: '0 2px 6px -1px var(--color-shadow), 0 16px 40px -8px var(--color-shadow-deep)',
    },
    transitionDuration: { DEFAULT: '120ms', fast: '120ms', base: '180ms', slow: '260ms' },
    transitionTimingFunction: { DEFAULT: 'cubic-bezier(0.2, 0, 0, 1)', out: 'cubic-bezier(0.2, 0, 0, 1)' },
    extend: {
      spacing: {
        // A control is 36 px for a pointer and 44 px for a finger: `touch` is applied under pointer-coarse.
        control: '2.25rem',
        'control-sm': '1.75rem',
        touch: '2.75rem',
      },
      maxWidth: { page: '75rem', prose: '42rem', 'sign-in': '25rem' },
    },
  },
}

export default config

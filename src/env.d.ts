/// <reference types="astro/client" />
import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** Hydrate on first focus (src/site/islands/focus-directive.ts). */
    'client:focus'?: boolean;
  }
}

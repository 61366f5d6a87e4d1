// Floor: site, in the page. How a form that stands in a page comes alive: its component takes the place of
// what was prerendered from it.
import { h, hydrate, type ComponentType } from 'preact';

/** What a late form's script exports as `wake`; the page holds the props as JSON. */
export type Wake = (form: Element, props: unknown) => void;

export const lateForm =
  <Props extends object>(Form: ComponentType<Props>): Wake =>
  (form, props) =>
    hydrate(h(Form, props as Props), form);

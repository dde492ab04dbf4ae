import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** The width of an element in CSS px, followed. */
export function useWidth(element: { readonly current: HTMLElement | null }): number {
  const width = useSignal(0);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const measure = () => {
      width.value = box.clientWidth;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return width.value;
}

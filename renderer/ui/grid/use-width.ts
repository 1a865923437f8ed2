// How much room an element has, and how large a design pixel is at the reader's text size.
import { useLayoutEffect, useRef, useState } from 'react';

/** The width of an element, told anew when it changes. */
export function useWidth<Element extends HTMLElement>() {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(observed.clientWidth));
    observer.observe(observed);
    setWidth(observed.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}

/** A design pixel in CSS pixels: 1 at the usual text size, 2 at 200 %. */
export function designPixel(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

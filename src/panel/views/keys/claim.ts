const isFirefox = location.protocol === 'moz-extension:';

/**
 * A key has done here what it is there for, and is to do nothing else: neither what the browser has for it nor what
 * DevTools have. At Escape Firefox' toolbox opens or closes its console before the panel hears of it; and once more when
 * the panel has had it, unless that prevented it. So only what is not prevented leaves the console as it was:
 * https://searchfox.org/mozilla-central/source/devtools/client/framework/toolbox.js
 */
export function claim(event: KeyboardEvent): void {
  event.stopPropagation();
  if (isFirefox && event.key === 'Escape') keepText(event.target);
  else event.preventDefault();
}

/** At Escape a search box would be emptied, which counts as prevented; one that is of text for the moment is not. */
function keepText(box: EventTarget | null): void {
  if (!(box instanceof HTMLInputElement) || box.type !== 'search') return;
  box.type = 'text';
  setTimeout(() => {
    box.type = 'search';
  });
}

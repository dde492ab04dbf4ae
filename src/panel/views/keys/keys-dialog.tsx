import { Dialog } from '#panel/views/dialog/dialog.tsx';
import { say } from '#panel/words.ts';
import { keyName } from './key-name.ts';
import { type Shortcut, shortcutGroups } from './shortcuts.ts';
import './keys.css';

/** Every key of the panel, and what it does. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title={say('keys')} onClose={onClose}>
    {shortcutGroups.map(({ where, shortcuts }) => (
      <section key={where} class="keys">
        <h3>{say(where)}</h3>
        <dl>
          {shortcuts.map((shortcut) => (
            <Line key={shortcut.does} {...shortcut} />
          ))}
        </dl>
      </section>
    ))}
  </Dialog>
);

const Line = ({ keys, does }: Shortcut) => (
  <div class="keys-line">
    <dt>
      {keys.map((combination) => (
        <span key={combination} class="keys-combination">
          {combination.split(/(?<=.)\+/).map((key) => (
            <kbd key={key}>{keyName(key)}</kbd>
          ))}
        </span>
      ))}
    </dt>
    <dd>{say(does)}</dd>
  </div>
);

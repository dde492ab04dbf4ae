import { toolsKnow } from '#panel/devtools/abilities.ts';
import { say } from '#panel/words.ts';

const steps = ['stepReload', 'stepFind', 'stepTakePart', 'stepFile'] as const;

/** What one can do where nothing is recorded yet, and what never will be. */
export const FirstSteps = () => (
  <div class="messages-none">
    <p>{say('nothingYet')}</p>
    <ul>
      {steps.map((step) => (
        <li key={step}>{say(step)}</li>
      ))}
    </ul>
    <details>
      <summary>{say('notRecorded')}</summary>
      <p>{say('notRecordedFrames')}</p>
      <p>{toolsKnow === 'here' ? say('notRecordedWorkers') : say(`workersUntold_${toolsKnow}`)}</p>
    </details>
  </div>
);

import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';
import type { Work } from '#panel/works/work.ts';
import './works.css';

/** Says what takes long at the moment, how far it is, and lets a person stop it. */
export const Works = ({ store }: { store: Store }) => (
  <div class="works" role="status" aria-label={say('works')}>
    {store.works.ongoing.value.map((work) => (
      <Going key={work} work={work} />
    ))}
  </div>
);

function Going({ work }: { work: Work }) {
  const said = say(work.kind, work.file);
  const share = work.share.value;
  return (
    <>
      <bdi class="works-said">{said}</bdi>
      <progress aria-label={said} {...(share !== undefined && { value: share })} />
      <button type="button" class="framed" onClick={() => work.cancel()}>
        {say('cancel')}
      </button>
    </>
  );
}

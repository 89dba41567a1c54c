import {
  checkFile,
  FILE_ENDINGS,
  MOST_FILE_BYTES,
  MOST_FILES,
  type FieldProblem,
  type FormField,
  type TicketFile,
  type TicketState,
} from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { FileList } from '../parts/ticket/file-list.js';
import css from '../parts/ticket/files.css';
import { HostFields } from '../parts/ticket/host-fields.js';
import { Wrong } from '../parts/ticket/field.js';
import { Rows } from '../parts/rows.js';
import { ARTICLE } from '../parts/more-icons.js';
import { createNear, type Near } from './ticket-near.js';
import type { LazyView } from './lazy-view.js';
import { followDrops } from './ticket-drop.js';
import { openDeskView, type DeskTools } from './ticket-tools.js';

/** What the form tells of itself when it has a part drawn. */
export interface AsideProps {
  problemOf(field: FieldProblem['field']): string | undefined;
}

/** What was not taken, or which file is gone, with the way back. */
type Notice = { refused: readonly string[] } | { removed: string; undo: () => void } | null;

/** What stands in the form of a ticket beside its own fields: articles that may answer it, the host's fields, and files. */
const asideView: LazyView = {
  css,
  start(tools) {
    const near = createNear(tools);
    let notice: Notice = null;
    const tell = (next: Notice): void => {
      notice = next;
      tools.redraw();
    };
    const view = openDeskView(tools, [], (desk) => {
      const follow = (): void => {
        const now = desk.desk.ticket.get();
        if (now.name === 'draft') near.follow(now.draft.subject);
        else notice = null;
      };
      follow();
      const stopDrops = followDrops(tools, 'ticket', (files) =>
        addFiles(files, undefined, desk, { tell, newId: tools.env.randomId }),
      );
      const stop = desk.desk.ticket.subscribe(follow);
      return () => (stop(), stopDrops());
    });
    const draftOf = (desk: DeskTools): Draft | null => {
      const now = desk.desk.ticket.get();
      return now.name === 'draft' ? now : null;
    };
    const inDraft =
      (draw: (state: Draft, desk: DeskTools, props: AsideProps) => VNode | null) =>
      (_props: unknown, about?: unknown): VNode | null => {
        const desk = view.get();
        const draft = desk && draftOf(desk);
        return draft && draw(draft, desk, about as AsideProps);
      };
    const ports = { tell, newId: tools.env.randomId, notice: () => notice };
    return {
      draws: {
        near: inDraft(() => drawNear(near, tools.session)),
        fields: inDraft((state, desk, about) => drawFields(state, desk, about, ports)),
        files: inDraft((state, desk, about) => drawAttachments(state, desk, about, ports)),
      },
      stop() {
        near.stop();
        view.stop();
      },
    };
  },
};
export default asideView;

type Draft = TicketState & { name: 'draft' };

interface Ports {
  tell(notice: Notice): void;
  newId(): string;
}

function drawNear(near: Near, { t, help }: DeskTools['session']): VNode {
  const rows = near.get().map(({ articleId, locale, title }) => ({
    icon: ARTICLE,
    text: title.map(({ text }) => text).join(''),
    onOpen: () => void help.go({ name: 'article', articleId, locale }),
  }));
  return (
    <div class="near" role="status">
      <Rows heading={t('ticket.near')} rows={rows} />
    </div>
  );
}

function drawFields(state: Draft, tools: DeskTools, { problemOf }: AsideProps, ports: Ports): VNode {
  const { desk, words } = tools;
  const { t, locale } = words;
  const { draft } = state;
  return (
    <HostFields
      fields={desk.formOf(draft)?.fields ?? []}
      values={draft.fields}
      locale={locale}
      problemOf={(id) => problemOf(`fields.${id}`)}
      words={{ optional: t('ticket.optional'), choose: t('ticket.choose') }}
      onChange={(id, value) => desk.change({ fields: { ...draft.fields, [id]: value } })}
      files={(field, aria) =>
        drawFiles(state, tools, ports, { id: aria.id, field, describedBy: aria['aria-describedby'] })
      }
    />
  );
}

function drawAttachments(
  state: Draft,
  tools: DeskTools,
  { problemOf }: AsideProps,
  ports: Ports & { notice(): Notice },
): VNode | null {
  const { desk, words, said } = tools;
  const { t, locale } = words;
  if (!desk.serves('upload')) return null;
  const size = said.wordSize(MOST_FILE_BYTES, locale);
  return (
    <div class="ask">
      {drawFiles(state, tools, ports, { id: 'hk-files', describedBy: 'hk-files-help hk-files-problem' })}
      <small id="hk-files-help">{t('ticket.files.help', { count: MOST_FILES, size })}</small>
      {drawNotice(ports.notice(), ports, t)}
      <Wrong id="hk-files" problem={problemOf('files')} />
    </div>
  );
}

function drawNotice(notice: Notice, { tell }: Ports, t: DeskTools['words']['t']): VNode | null {
  if (!notice) return null;
  if ('removed' in notice)
    return (
      <p role="status">
        {t('ticket.files.removed', { name: notice.removed })}{' '}
        <button type="button" class="link" onClick={() => (tell(null), notice.undo())}>
          {t('undo')}
        </button>
      </p>
    );
  return (
    <div role="alert">
      {notice.refused.map((text) => (
        <p class="wrong">
          <bdi>{text}</bdi>
        </p>
      ))}
    </div>
  );
}

function drawFiles(
  { draft, key }: Draft,
  tools: DeskTools,
  ports: Ports,
  { id, field, describedBy }: { id: string; field?: FormField; describedBy?: string | undefined },
): VNode {
  const { desk, words, said } = tools;
  const { t, locale } = words;
  const isFixed = key !== null || !desk.serves('upload'); // its files lie in the outbox already
  return (
    <FileList
      id={id}
      files={draft.files.filter((file) => file.field === field?.id)}
      describedBy={describedBy}
      accept={['image/*', ...FILE_ENDINGS].join(',')}
      words={{
        add: t('ticket.files.add'),
        remove: (name) => t('ticket.files.remove', { name }),
        size: (bytes) => said.wordSize(bytes, locale),
      }}
      onAdd={isFixed ? undefined : (files) => addFiles(files, field?.id, tools, ports)}
      onRemove={isFixed ? undefined : (file) => removeFile(file, tools, ports)}
    />
  );
}

function addFiles(
  files: readonly File[],
  field: string | undefined,
  { desk, said, words }: DeskTools,
  { tell, newId }: Ports,
): void {
  const now = desk.ticket.get();
  if (now.name !== 'draft' || now.key !== null || !desk.serves('upload')) return;
  const added: TicketFile[] = [];
  const refused = files.flatMap((file) => {
    const problem = checkFile(file, now.draft.files.length + added.length);
    if (!problem)
      added.push({ id: newId(), name: file.name, type: file.type, data: file, ...(field ? { field } : {}) });
    return problem ? [said.wordProblem(problem, '', words)] : [];
  });
  if (added.length) desk.change({ files: [...now.draft.files, ...added] });
  tell(refused.length ? { refused } : null);
}

function removeFile(file: TicketFile, { desk }: DeskTools, { tell }: Ports): void {
  const now = desk.ticket.get();
  if (now.name !== 'draft') return;
  const place = now.draft.files.indexOf(file);
  desk.change({ files: now.draft.files.filter((each) => each !== file) });
  tell({
    removed: file.name,
    undo() {
      const later = desk.ticket.get();
      if (later.name !== 'draft') return;
      const { files } = later.draft;
      desk.change({ files: [...files.slice(0, place), file, ...files.slice(place)] });
    },
  });
}

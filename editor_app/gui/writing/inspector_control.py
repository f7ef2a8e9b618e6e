# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the inspector's tabs for the article that is shown and carries out what they ask."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.domain.article import Article
from editor_app.domain.finding import Finding
from editor_app.domain.ids import RevisionId
from editor_app.domain.note import Note
from editor_app.domain.person import Person
from editor_app.domain.revision import Revision, RevisionContent
from editor_app.domain.workflow import Stage
from editor_app.gui.desk import Shell
from editor_app.gui.labels import stage_label
from editor_app.gui.writing.checks_panel import ChecksPanel
from editor_app.gui.writing.details_panel import DetailsPanel
from editor_app.gui.writing.history_panel import HistoryPanel, compared_text
from editor_app.gui.writing.inspector import Inspector
from editor_app.gui.writing.languages_panel import LanguagesPanel
from editor_app.gui.writing.lead_image_control import LeadImageControl
from editor_app.gui.writing.notes_panel import NotesPanel
from editor_app.gui.writing.open_article import OpenArticle
from editor_app.gui.writing.schedule_panel import SchedulePanel
from editor_app.gui.writing.sessions import Sessions
from editor_app.gui.writing.story_control import StoryControl
from editor_app.services.changes import Changes, Outcome
from editor_app.services.views import ArticleView
from editor_app.text.word_diff import DiffSpan, word_diff

CHECK_AFTER_MS = 700
# A long text takes the checks longer than a pause between words: wait for a real one.
LONG_TEXT_CHARS, LONG_CHECK_AFTER_MS = 60_000, 4_000

Loaded = tuple[ArticleView, tuple[Revision, ...], tuple[Note, ...], tuple[Person, ...]]


class InspectorControl(QObject):
    """Owns the panels; knows the view of the shown article."""

    view_loaded = Signal(object)  # ArticleView
    findings_loaded = Signal(object)  # tuple[Finding, ...]

    def __init__(self, shell: Shell, sessions: Sessions, parent: QObject | None = None) -> None:
        """Make the panels."""
        super().__init__(parent)
        self._shell, self._sessions = shell, sessions
        self._opened: OpenArticle | None = None
        self.view: ArticleView | None = None
        self.details, self.notes, self.history = DetailsPanel(), NotesPanel(), HistoryPanel()
        self.schedule = SchedulePanel(shell.icons, shell.me.zone)
        self.checks, self.languages = ChecksPanel(shell.icons), LanguagesPanel(shell.icons)
        self.inspector = Inspector()
        self.inspector.setAccessibleName(self.tr("Inspector"))
        self.inspector.setEnabled(False)
        add = self.inspector.add
        add("details", self.tr("Details"), self.details)
        add("schedule", self.tr("Schedule"), self.schedule)
        add("checks", self.tr("Checks"), self.checks, scrolls=False)
        add("history", self.tr("History"), self.history, scrolls=False)
        add("notes", self.tr("Notes"), self.notes, scrolls=False)
        add("languages", self.tr("Languages"), self.languages, scrolls=False)
        self._story = StoryControl(shell, self.details, self.languages, self)
        self.view_loaded.connect(self._story.use)
        box = self.details.lead_image
        self._lead_image = LeadImageControl(shell, sessions, box, lambda: self._opened, self)
        self._check_timer = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._check_timer.timeout.connect(self.check)
        self._connect()

    def show_article(self, opened: OpenArticle) -> None:
        """Show another article."""
        if self._opened is not None:
            self._opened.changed.disconnect(self._check_timer.start)
        if self._opened is not opened:
            self.history.clear_comparison()
        self._opened = opened
        self.inspector.setEnabled(True)
        opened.changed.connect(self._check_timer.start)
        long = opened.body.characterCount() > LONG_TEXT_CHARS
        self._check_timer.setInterval(LONG_CHECK_AFTER_MS if long else CHECK_AFTER_MS)
        self.details.show_content(opened.content())
        self.load()

    def show_content(self) -> None:
        """Show the fields again after they changed elsewhere."""
        if self._opened is not None:
            self.details.show_content(self._opened.content())

    def load(self) -> None:
        """Load everything about the article again."""
        if self._opened is None:
            return
        newsroom, article_id = self._shell.newsroom, self._opened.article.id

        def work() -> Loaded:
            browse = newsroom.browse
            notes = newsroom.write.notes(article_id)
            return browse.show(article_id), browse.history(article_id), notes, browse.people()

        self._shell.tasks.run(work, on_done=self._on_loaded, newest="writing.view")
        self._check_timer.start()

    @Slot()
    def check(self) -> None:
        """Check the text as it stands, saved or not."""
        if self._opened is None:
            return
        checks, content = self._shell.newsroom.checks, self._opened.content()
        article_id = self._opened.article.id
        self._shell.tasks.run(
            lambda: checks.check_content(article_id, content),
            pool="background",
            on_done=self._on_checked,
            newest="writing.checks",
        )

    def _connect(self) -> None:
        self._shell.bus.changed.connect(self._on_changed)
        self.details.fields_edited.connect(self._on_fields_edited)
        self.details.stage_chosen.connect(self._on_stage_chosen)
        self.history.revision_chosen.connect(self._on_revision_chosen)
        self.history.restore_requested.connect(self._on_restore_requested)
        self.notes.note_written.connect(self._on_note_written)
        self.notes.resolve_requested.connect(self._on_resolve_requested)
        self.checks.fix_requested.connect(self._on_fix_requested)
        self.languages.edition_chosen.connect(self._shell.open_article)
        self.languages.translation_requested.connect(self._on_translation_requested)

    def _on_loaded(self, loaded: Loaded) -> None:
        view, revisions, notes, people = loaded
        if self._opened is None or view.article.id != self._opened.article.id:
            return
        self.view = view
        self.details.show_people(people, self._shell.me.zone)
        for panel in (self.details, self.schedule, self.languages):
            panel.show_view(view)
        self.history.show_history(revisions, self._shell.me.zone)
        self.notes.show_notes(notes, self._shell.me.zone)
        open_notes = sum(not note.resolved for note in notes)
        self.inspector.set_title("notes", _counted(self.tr("Notes"), open_notes))
        self.inspector.set_title("languages", _counted(self.tr("Languages"), len(view.editions)))
        self.view_loaded.emit(view)

    def _on_checked(self, findings: tuple[Finding, ...]) -> None:
        self.checks.show_findings(findings)
        self.inspector.set_title("checks", _counted(self.tr("Checks"), len(findings)))
        self.findings_loaded.emit(findings)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._opened is None:
            return
        article = self._opened.article
        ours = article.id in changes.articles or article.story_id in changes.stories
        if ours or changes.sites or changes.library:
            self.load()

    @Slot(object)
    def _on_fields_edited(self, fields: dict[str, object]) -> None:
        if self._opened is not None:
            self._opened.set_fields(**fields)

    @Slot(object)
    def _on_stage_chosen(self, stage: Stage) -> None:
        if self._opened is None:
            return
        article, before = self._opened.article, self._opened.article.stage
        self._move(
            article, stage, self.tr("Now: %1").replace("%1", stage_label(stage).word), before
        )

    def _move(self, article: Article, stage: Stage, text: str, before: Stage | None) -> None:
        stages = self._shell.newsroom.stages

        def moved(outcome: Outcome[Article]) -> None:
            undo = partial(self._move, article, before, "", None) if before is not None else None
            if text:
                self._shell.say(text, undo=undo)

        def failed(error: object) -> None:
            self.load()
            self._shell.fail(error)  # pyright: ignore[reportArgumentType]

        run = self._shell.tasks.run
        self._sessions.after_saving(
            article.id,
            lambda: _nothing(
                run(lambda: stages.move(article.id, stage), on_done=moved, on_failed=failed)
            ),
        )

    @Slot(object)
    def _on_revision_chosen(self, revision_id: RevisionId) -> None:
        if self._opened is None:
            return
        browse, now = self._shell.newsroom.browse, compared_text(self._opened.content())

        def work() -> tuple[DiffSpan, ...]:
            old: RevisionContent = browse.revision(revision_id)
            return word_diff(compared_text(old.content), now)

        self._shell.tasks.run(work, on_done=self._on_compared, newest="writing.compare")

    def _on_compared(self, spans: tuple[DiffSpan, ...]) -> None:
        self.history.show_comparison(spans, self._shell.appearance.tokens)

    @Slot(object)
    def _on_restore_requested(self, revision_id: RevisionId) -> None:
        if self._opened is not None:
            article_id = self._opened.article.id
            self._sessions.after_saving(
                article_id, lambda: self._restore(revision_id, undoable=True)
            )

    def _restore(self, revision_id: RevisionId, *, undoable: bool) -> None:
        if self._opened is None:
            return
        write, article_id = self._shell.newsroom.write, self._opened.article.id
        before = self._opened.article.head

        def done(_outcome: Outcome[Article]) -> None:
            undo = partial(self._restore, before, undoable=False) if undoable else None
            self._shell.say(self.tr("The earlier revision is restored."), undo=undo)

        self._shell.tasks.run(lambda: write.restore(article_id, revision_id), on_done=done)

    @Slot(str)
    def _on_note_written(self, text: str) -> None:
        if self._opened is not None:
            write, article_id = self._shell.newsroom.write, self._opened.article.id
            self._shell.tasks.run(lambda: write.add_note(article_id, text))

    @Slot(str)
    def _on_resolve_requested(self, note_id: str) -> None:
        write = self._shell.newsroom.write
        self._shell.tasks.run(lambda: write.resolve_note(note_id))

    @Slot()
    def _on_fix_requested(self) -> None:
        if self._opened is not None:
            article_id = self._opened.article.id
            self._sessions.after_saving(article_id, self._fix)

    def _fix(self) -> None:
        if self._opened is None:
            return
        checks, article_id = self._shell.newsroom.checks, self._opened.article.id
        before = self._opened.article.head

        def done(_outcome: Outcome[Article]) -> None:
            undo = partial(self._restore, before, undoable=False)
            self._shell.say(self.tr("The safe corrections are made."), undo=undo)

        self._shell.tasks.run(lambda: checks.fix(article_id), on_done=done)

    @Slot()
    def _on_translation_requested(self) -> None:
        if self._opened is not None:
            self._shell.open_translation(self._opened.article.id)


def _counted(title: str, count: int) -> str:
    return f"{title} ({count})" if count else title


def _nothing(_task: object) -> None:
    """Make a statement of an expression, for a lambda."""

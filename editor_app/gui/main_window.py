# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window: the frame with desks and commands; what desks know as their shell."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent

from editor_app.domain.ids import ArticleId, PersonId, SiteId
from editor_app.domain.person import Person
from editor_app.gui import window_memory
from editor_app.gui.actions import WINDOW_COMMANDS, Command, shortcut_of
from editor_app.gui.bus import Bus
from editor_app.gui.command_box import CommandBox
from editor_app.gui.desk import Desk
from editor_app.gui.desks import make_desks
from editor_app.gui.menus import CommandActions
from editor_app.gui.newsroom import Newsroom
from editor_app.gui.panes import PaneName
from editor_app.gui.shortcut_sheet import ShortcutSheet
from editor_app.gui.tasks import TaskRunner
from editor_app.gui.theme.appearance import Appearance
from editor_app.gui.window_frame import WindowFrame
from editor_app.settings.settings import Settings


class MainWindow(WindowFrame):
    """Shows at once and empty; `attach` brings the newsroom."""

    attached = Signal()
    closing = Signal()  # everything is saved and the window goes
    settings_changed = Signal(object)  # Settings

    def __init__(
        self, appearance: Appearance, tasks: TaskRunner, bus: Bus, state: QSettings
    ) -> None:
        """Make the empty window."""
        super().__init__(appearance)
        self.tasks, self.bus, self.state = tasks, bus, state
        self.settings = Settings()
        self.me = Person(PersonId(""), "")
        self._newsroom: Newsroom | None = None
        self._desks: dict[str, Desk] = {}
        self._desk: Desk | None = None
        self._may_close = False
        self.command_actions = CommandActions(self, self.icons, state)
        self.status_line.outbox_requested.connect(self.go_outbox)
        tasks.failed.connect(self.fail)

    # What desks use (see desk.Shell) ------------------------------------------------------

    @property
    def newsroom(self) -> Newsroom:
        """Return the open newsroom."""
        assert self._newsroom is not None, "desks are made after the newsroom is open"
        return self._newsroom

    @property
    def commands(self) -> tuple[Command, ...]:
        """Return every command of the window and its desks."""
        return self.command_actions.commands

    @property
    def has_newsroom(self) -> bool:
        """Tell whether the newsroom is open."""
        return self._newsroom is not None

    @property
    def current_desk(self) -> Desk | None:
        """Return the desk that is shown."""
        return self._desk

    @property
    def desks(self) -> tuple[Desk, ...]:
        """Return all desks in the order of the rail."""
        return tuple(self._desks.values())

    def desk(self, desk_id: str) -> Desk:
        """Return a desk by its id."""
        return self._desks[desk_id]

    def change_me(self, me: Person) -> None:
        """Show times on this person's clock from now on."""
        self.me = me

    def change_settings(self, settings: Settings) -> None:
        """Keep the settings, write them and show what they change."""
        self.settings = settings
        self.appearance.use(settings.theme)
        self.settings_changed.emit(settings)
        keep = self.newsroom.settings_file
        self.tasks.run(lambda: keep.save(settings))

    def go_to(self, desk_id: str) -> None:
        """Show a desk."""
        desk = self._desks[desk_id]
        if self._desk is not None and self._desk is not desk:
            self._desk.deactivate()
        first_time = not self.panes.is_built(desk)
        self._desk = desk
        self.pages.setCurrentWidget(self.panes)
        self.show_status("")
        self.panes.show_desk(desk)
        self.rail.select(desk_id)
        if first_time:
            window_memory.in_group(self.state, desk, desk.restore_state)
        self.enable_commands()
        desk.activate()

    def open_article(self, article_id: ArticleId) -> None:
        """Show an article in its desk."""
        self.go_to("articles")
        self._desks["articles"].open_article(article_id)

    def open_translation(self, target: ArticleId) -> None:
        """Show a translation in its desk."""
        self.go_to("translations")
        self._desks["translations"].open_article(target)

    def schedule(self, article_id: ArticleId, site_id: SiteId) -> None:
        """Show the article and open its publish dialog."""
        self.open_article(article_id)
        self._desks["articles"].schedule(article_id, site_id)

    def reload_shortcuts(self) -> None:
        """Bind the person's shortcuts again."""
        self.command_actions.bind_shortcuts()

    def enable_commands(self) -> None:
        """Ask again what makes sense now."""
        self.command_actions.enable(self._is_enabled)

    # Opening ------------------------------------------------------------------------------

    def attach(
        self, newsroom: Newsroom, settings: Settings, me: Person, helpers: tuple[QObject, ...]
    ) -> None:
        """Make the desks of the newsroom; `helpers` answer those window commands they can."""
        self._newsroom, self.settings, self.me = newsroom, settings, me
        desks = make_desks(self)
        self._desks = {desk.id: desk for desk in desks}
        for command in WINDOW_COMMANDS:
            receiver = next(one for one in (self, *helpers) if hasattr(one, command.call))
            self.command_actions.add((command,), receiver)
        for desk in desks:
            desk.setParent(self)
            self.command_actions.add(desk.commands(), desk.command_receiver(), desk)
        keys = {one.call: shortcut_of(one, self.state) for one in WINDOW_COMMANDS}
        self.rail.fill(desks, {desk.id: keys.get(f"go_{desk.id}", "") for desk in desks})
        for desk in desks:
            desk.badge_changed.connect(partial(self.rail.show_badge, desk.id))
        self.rail.chosen.connect(self.go_to)
        self.command_box = CommandBox(self, self.command_actions.enabled)
        self.command_box.command_chosen.connect(self._on_command_chosen)
        self.command_box.article_chosen.connect(self.open_article)
        self.setWindowTitle(settings.newsroom_name or self.tr("Editor App"))
        self._show_checks()
        self.enable_commands()
        self.attached.emit()

    # Commands of the window ---------------------------------------------------------------

    def go_articles(self) -> None:
        """Show the Articles desk."""
        self.go_to("articles")

    def go_translations(self) -> None:
        """Show the Translations desk."""
        self.go_to("translations")

    def go_calendar(self) -> None:
        """Show the Calendar desk."""
        self.go_to("calendar")

    def go_comments(self) -> None:
        """Show the Comments desk."""
        self.go_to("comments")

    def go_outbox(self) -> None:
        """Show the Outbox desk."""
        self.go_to("outbox")

    def go_preferences(self) -> None:
        """Show the preferences."""
        self.go_to("preferences")

    def show_command_box(self) -> None:
        """Open the command box."""
        self.command_box.ask()

    def show_shortcuts(self) -> None:
        """Open the list of shortcuts."""
        ShortcutSheet(self).open()

    def toggle_list(self) -> None:
        """Show or hide the list."""
        self._toggle("list")

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._toggle("inspector")

    def toggle_rail(self) -> None:
        """Show or hide the rail."""
        self.rail.setVisible(self.rail.isHidden())
        self._show_checks()

    def toggle_focus(self) -> None:
        """Leave nothing but the text, or bring everything back."""
        focused = self.command_actions.action("view.focus").isChecked()
        self.show_around_the_text(not focused)

    # Closing ------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything first; the window goes when that is done."""
        if self._may_close or self._newsroom is None:
            self.closing.emit()
            event.accept()
            return
        event.ignore()
        self._finish(list(self._desks.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what is on top."""
        if event.key() != Qt.Key.Key_Escape or self._newsroom is None:
            super().keyPressEvent(event)
            return
        focus = self.command_actions.action("view.focus")
        if self.command_box.isVisible():
            self.command_box.hide()
            self.give_focus_back()
        elif self._desk is not None and self._desk.escape():
            return
        elif bar := next((one for one in self.closable_bars if one.isVisible()), None):
            bar.hide()
        elif focus.isChecked():
            focus.trigger()

    def give_focus_back(self) -> None:
        """Let the desk put the focus where it belongs."""
        if self._desk is not None and self.pages.currentWidget() is self.panes:
            self._desk.activate()

    # Inside -------------------------------------------------------------------------------

    def _toggle(self, pane: PaneName) -> None:
        self.panes.want(pane, not self.panes.wants(pane))
        self._show_checks()

    def _show_checks(self) -> None:
        for command_id, shown in (
            ("view.list", self.panes.wants("list")),
            ("view.inspector", self.panes.wants("inspector")),
            ("view.rail", not self.rail.isHidden()),
        ):
            self.command_actions.action(command_id).setChecked(shown)

    def _is_enabled(self, command: Command, desk: Desk | None) -> bool:
        here = self._desk.id if self._desk is not None else ""
        if command.desks and here not in command.desks:
            return False
        return desk.is_enabled(command) if desk is not None else True

    @Slot(str)
    def _on_command_chosen(self, command_id: str) -> None:
        self.give_focus_back()
        self.command_actions.action(command_id).trigger()

    def _finish(self, desks: list[Desk]) -> None:
        """Let one desk after the other save; all must agree."""
        if not desks:
            self._may_close = True
            # Not at once: Qt ignores a close inside the close event that asked for it.
            QTimer.singleShot(0, self.close)
            return
        first, *others = desks
        first.finish(lambda saved: self._finish(others) if saved else None)

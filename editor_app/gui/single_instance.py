# SPDX-License-Identifier: GPL-3.0-or-later
"""One window a newsroom: a second start raises the first and ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from editor_app.gui.window_memory import profile_key

ANSWER_WITHIN_MS = 500


class SingleInstance(QObject):
    """Holds the newsroom's name on this computer while the window is open."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Do nothing before `claim`."""
        super().__init__(parent)
        self._name = f"editor-app-{profile_key(folder)}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def claim(self) -> bool:
        """Return True if this is the first window; otherwise have the first one come forward."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(ANSWER_WITHIN_MS):
            socket.write(b"raise\n")
            socket.waitForBytesWritten(ANSWER_WITHIN_MS)
            socket.disconnectFromServer()
            return False
        # Nobody answers: the name of a crashed window may be left over.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Give the name back."""
        self._server.close()

    @Slot()
    def _on_new_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.raise_requested.emit()

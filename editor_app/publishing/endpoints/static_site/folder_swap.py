# SPDX-License-Identifier: GPL-3.0-or-later
"""Exchange two folders in one step of the operating system, where it offers that."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS sys/stdio.h
_UNSUPPORTED = frozenset(
    {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV, errno.EBUSY, errno.EPERM, errno.EACCES}
)


class SwapUnsupported(Exception):
    """This place cannot exchange folders; another way must be taken. Never leaves the room."""


def exchange(one: Path, other: Path) -> None:
    """Exchange two folders so that no reader ever finds neither, or a mixture.

    Raises SwapUnsupported where the system or the file system cannot, OSError otherwise.
    """
    function_name = {"linux": "renameat2", "darwin": "renamex_np"}.get(sys.platform)
    library = ctypes.CDLL(None, use_errno=True) if function_name else None
    function = getattr(library, function_name or "", None)
    if function is None:
        raise SwapUnsupported(sys.platform)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        result = function(_AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(_RENAME_EXCHANGE))
    else:
        result = function(first, second, ctypes.c_uint(_RENAME_SWAP))
    if result == 0:
        return
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        raise SwapUnsupported(os.strerror(number))
    raise OSError(number, os.strerror(number), str(one))

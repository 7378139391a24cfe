"""The one way to write: a single thread that owns the Store and takes one job at a time.

Results and errors come back to the app as messages, so a screen that has been left meanwhile
loses nothing.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

from nämndtui.model.text.errors import NamndError
from nämndtui.tui.kit.work.faults import UnexpectedError

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.kit.work.edit import Edit
    from nämndtui.workflow.core.actor import Actor

Verb = Callable[["Store", "Actor"], Any]


@dataclass
class WriteJob:
    """One verb to run.

    ``then`` is called on the event loop with the verb's result, ``failed`` with the error; a
    ``failed`` that returns True has dealt with it. ``quiet`` jobs (drafts) change nothing shown.
    ``dropped`` is called when the user lets somebody else's text stand.
    """

    verb: Verb
    actor: Actor
    then: Callable[[Any], None] | None = None
    failed: Callable[[NamndError], bool] | None = None
    notice: str = ""
    edit: Edit | None = None
    quiet: bool = False
    dropped: Callable[[], None] | None = None


class WriteDone(Message):
    """A verb has been carried out."""

    def __init__(self, job: WriteJob, result: Any) -> None:
        super().__init__()
        self.job = job
        self.result = result


class WriteFailed(Message):
    """A verb was refused; nothing has changed."""

    def __init__(self, job: WriteJob, error: NamndError) -> None:
        super().__init__()
        self.job = job
        self.error = error


class Writer:
    """The writing thread. It starts, and opens the Store, at the first job or the first key."""

    def __init__(self, path: str, deliver: Callable[[Message], object]) -> None:
        self._path = path
        self._deliver = deliver
        self._jobs: queue.Queue[WriteJob | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._idle = threading.Event()
        self._idle.set()
        self._waiting = 0
        self._lock = threading.Lock()

    @property
    def idle(self) -> bool:
        """True when every job has been carried out and its message sent."""
        return self._idle.is_set()

    def submit(self, job: WriteJob) -> None:
        """Queue a job; returns at once."""
        with self._lock:
            self._waiting += 1
            self._idle.clear()
        self._jobs.put(job)
        self.prepare()

    def prepare(self) -> None:
        """Let the thread open the Store now, so that the first job need not wait for it."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="skrivare", daemon=True)
            self._thread.start()

    def flush(self, seconds: float) -> bool:
        """Wait until everything queued is on disk; False when time ran out."""
        return self._idle.wait(seconds)

    def close(self, seconds: float = 10.0) -> None:
        """Finish what is queued and close the Store."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(seconds)
            self._thread = None

    def _run(self) -> None:
        from nämndtui.store.database import Store

        store: Store | None = None
        with contextlib.suppress(Exception):  # told when a job needs it
            store = Store(self._path)
        while (job := self._jobs.get()) is not None:
            try:
                store = store or Store(self._path)
                answer: Message = WriteDone(job, job.verb(store, job.actor))
            except NamndError as error:
                answer = WriteFailed(job, error)
            except Exception as error:
                # The thread must outlive a faulty verb: later jobs hold the user's text.
                answer = WriteFailed(job, UnexpectedError(error, "och inget sparades"))
            self._deliver(answer)
            with self._lock:
                self._waiting -= 1
                if not self._waiting:
                    self._idle.set()
        if store is not None:
            store.close()

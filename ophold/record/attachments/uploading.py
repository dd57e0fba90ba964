"""What a browser uploads is kept in memory, never on a disk in clear, and never more of it than may be kept.

A file that is too large, or comes when enough has come already, is read past: the form can then say so in words, and
the rest of what was written is not lost. Only a request past every measure is refused unread (413).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from ophold.record.attachments.choices import LARGEST, MEGABYTE, TOGETHER

READ_PAST = 200 * MEGABYTE  # at most in one request
if TYPE_CHECKING:
    Upload = UploadedFile[Any]
else:
    Upload = UploadedFile


class InMemory(FileUploadHandler):
    """Django's way to receive files, ours for every form."""

    chunk_size = 256 * 1024

    def handle_raw_input(self, *given: Any, **more: Any) -> None:
        """Before anything is read. Raises RequestDataTooBig."""
        content_length = given[2]
        self.kept = 0
        if content_length > READ_PAST:
            raise RequestDataTooBig("More was uploaded at once than is read.")

    def new_file(self, *given: Any, **more: Any) -> None:
        """A file begins."""
        super().new_file(*given, **more)
        self.chunks: list[bytes] = []
        self.size = 0

    def receive_data_chunk(self, raw: bytes, start: int) -> None:
        """A part of it."""
        self.size += len(raw)
        if self.size > LARGEST or self.kept + len(raw) > TOGETHER:
            self.kept -= sum(map(len, self.chunks))
            self.chunks = []
        elif self.size == len(raw) or self.chunks:
            self.kept += len(raw)
            self.chunks.append(raw)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file with its true size, and what was kept of it."""
        kept = io.BytesIO(b"".join(self.chunks))
        return InMemoryUploadedFile(
            kept, self.field_name, self.file_name or "", self.content_type, file_size, self.charset,
            self.content_type_extra,
        )  # fmt: skip

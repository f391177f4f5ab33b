"""Packed files are measured before anything reads them, and lies about their size are found out."""

import struct
import zipfile

import pytest

from looped.errors import UnreadableError
from looped.files import sizes
from looped.files.sizes import GIB, check_unpacked

MIB = 1 << 20


def packed(path, members, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def noise(size, seed=1):
    import random

    return random.Random(seed).randbytes(size)


def changed(path, old, new, times=1):
    """The same file with bytes replaced from its end: its table of contents stands there."""
    content = path.read_bytes()
    head, found, tail = content.rpartition(old)
    assert found
    assert times == 1
    path.write_bytes(head + new + tail)
    return path


def refusal(path, limit=GIB):
    with pytest.raises(UnreadableError) as caught:
        check_unpacked(path, limit)
    assert "\n" not in str(caught.value)
    assert "To mend it: " in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
@pytest.mark.parametrize("limit", [GIB, 3 * MIB])
def test_an_honest_file_may_be_opened_and_its_size_is_told(tmp_path, method, limit):
    path = packed(tmp_path / "a.xlsx", {"one": b"<row/>" * 100_000, "two": noise(2 * MIB), "none": b""}, method)

    assert check_unpacked(path, limit) == 600_000 + 2 * MIB


def test_a_file_that_unpacks_to_too_much_is_refused_by_its_own_word(tmp_path):
    path = packed(tmp_path / "a.xlsx", {"one": noise(3 * MIB), "two": noise(MIB // 2)})

    assert refusal(path, 2 * MIB) == (
        "a.xlsx: unpacks to 3.5 MiB or more; 2 MiB are allowed. To mend it: save its sheets as CSV, or divide it."
    )


def test_sizes_are_said_in_words(tmp_path):
    assert "unpacks to 5 bytes or more; 4 bytes are" in refusal(packed(tmp_path / "a.xlsx", {"one": b"hello"}), 4)


def test_a_file_that_lies_about_its_size_is_found_out_when_unpacked(tmp_path):
    """Its table of contents says 1 MiB; 3 MiB are inside, over the limit or under it."""
    content = noise(MIB // 2) * 6
    path = packed(tmp_path / "a.xlsx", {"one": content})
    changed(path, struct.pack("<I", len(content)), struct.pack("<I", MIB))

    assert "unpacks to" in refusal(path, 2 * MIB)
    assert "one of its parts is not as big as it says" in refusal(path, 4 * MIB)


def test_a_part_that_unpacks_to_hundreds_of_times_its_size_is_refused(tmp_path):
    path = packed(tmp_path / "bomb.xlsx", {"one": b"\0" * (40 * MIB)})

    assert "such files are made to harm" in refusal(path)


def test_a_small_part_may_be_dense(tmp_path):
    assert check_unpacked(packed(tmp_path / "a.xlsx", {"one": b"\0" * (20 * MIB)})) == 20 * MIB


def test_parts_that_overlap_are_refused(tmp_path):
    path = packed(tmp_path / "a.xlsx", {"one": noise(1000)})
    changed(path, struct.pack("<I", 1000), struct.pack("<I", 1000))
    with zipfile.ZipFile(path) as file:
        size = file.infolist()[0].compress_size
    content = path.read_bytes()
    at = content.rindex(b"PK\x01\x02") + 20
    path.write_bytes(content[:at] + struct.pack("<I", size * 9) + content[at + 4 :])

    assert "its parts overlap" in refusal(path)


def test_too_many_parts_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sizes, "MOST_MEMBERS", 2)

    assert "has 3 parts; 2 are allowed" in refusal(packed(tmp_path / "a.xlsx", dict.fromkeys("abc", b"")))


def test_a_part_with_a_password_is_refused(tmp_path):
    path = packed(tmp_path / "a.xlsx", {"one": b"hello"})
    content = path.read_bytes()
    at = content.rindex(b"PK\x01\x02") + 8
    path.write_bytes(content[:at] + b"\x01" + content[at + 1 :])

    assert "protected with a password" in refusal(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_unusual_way_of_packing_is_refused(tmp_path, method):
    assert "packed in a way" in refusal(packed(tmp_path / "a.xlsx", {"one": b"hello"}, method))


def test_what_mends_it_fits_the_kind_of_file(tmp_path):
    """Nobody is told to open a report in Excel, or to save it as a workbook."""
    path = tmp_path / "a.docx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    assert "To mend it: save it as .docx without a password." in refusal(path)

    path.write_bytes(b"PK\x03\x04")
    assert "To mend it: open it in Word, Excel or LibreOffice and save it again." in refusal(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not what its name says"),
        (b"Audit,Month\n", "is not what its name says"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "protected with a password, or in the format of before 2007"),
        (b"PK\x03\x04" + b"\0" * 100, "broken or was cut short"),
    ],
)
def test_what_is_no_packed_file_is_named_for_what_it_is(tmp_path, content, words):
    (tmp_path / "a.xlsx").write_bytes(content)

    assert words in refusal(tmp_path / "a.xlsx")


def test_a_file_that_is_not_there_is_said(tmp_path):
    assert "can't be opened" in refusal(tmp_path / "none.xlsx")


def test_broken_insides_are_found_when_they_are_looked_at(tmp_path):
    content = noise(MIB // 2) * 6
    path = packed(tmp_path / "a.xlsx", {"one": content})
    whole = path.read_bytes()

    path.write_bytes(whole[:33] + b"\x07" + whole[34:])
    assert "the file is broken" in refusal(path, 4 * MIB)

    path.write_bytes(b"PK\x03\x05" + whole[4:])
    assert "broken or was cut short" in refusal(path, 4 * MIB)


def test_a_part_cut_short_is_not_as_big_as_it_says(tmp_path):
    content = noise(MIB // 2) * 6
    path = packed(tmp_path / "a.xlsx", {"one": content})
    whole = path.read_bytes()
    at = whole.rindex(b"PK\x01\x02") + 20
    (size,) = struct.unpack("<I", whole[at : at + 4])
    path.write_bytes(whole[:at] + struct.pack("<I", size // 2) + whole[at + 4 :])

    assert "is not as big as it says" in refusal(path, 4 * MIB)

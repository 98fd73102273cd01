"""Files: what is read, what is refused and how, and that saving loses nothing."""

import json
import os
import random
import stat
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents

from playground.document import whole_file as files
from playground.document.format import MAX_BYTES, read, reads, write, writes
from playground.document.model import MAX_ENTRIES, Document, Node
from playground.errors import FormatError, SaveError

FILES = Path(__file__).parents[1] / "files"
XOR = (FILES / "xor_version_1.json").read_text(encoding="utf-8")


def changed(**entries: object) -> str:
    """The XOR document with some entries exchanged; None takes an entry away."""
    raw = {**json.loads(XOR), **entries}
    return json.dumps({key: value for key, value in raw.items() if value is not None})


def with_params(params: str) -> str:
    return XOR.replace('{"out_features": 4}', params)


# --- writing and reading --------------------------------------------------------------------------


def test_a_file_is_written_as_a_person_would_write_it():
    assert writes(reads(XOR)) == XOR


def test_an_empty_document_has_no_needless_lines():
    assert writes(Document()) == (
        '{\n  "format": "neural-playground", "version": 1,\n'
        '  "data": {"dataset": "spiral"},\n  "nodes": [],\n  "wires": [],\n'
        '  "train": {"experiment": "supervised",\n            "steps": 2000, "seed": 0}\n}\n'
    )
    assert reads(writes(Document())) == Document()


@given(documents())
@settings(max_examples=100, deadline=None)
def test_any_document_survives_write_and_read(document):
    text = writes(document)
    again = reads(text)
    assert again == document
    assert writes(again) == text
    assert reads(text.encode()) == document
    lines = text.splitlines()
    for node in document.nodes:  # one block a line: a comparison of two files can be read
        assert sum(f'{{"id": "{node.id}", "block"' in line for line in lines) == 1


def test_an_unknown_block_survives_unchanged():
    line = (
        '{"id": "a", "block": "from_a_plug_in", "params": {"z": [1, 2.0, null, true, "é"], '
        '"a": {"deep": {"er": -0.5}}}, "at": [1.5, -3], "title": "Mine", "muted": true}'
    )
    text = changed(nodes=[json.loads(line)], wires=[["a.query", "a.key"]])
    assert line in writes(reads(text))
    assert '["a.query", "a.key"]' in writes(reads(text))


def test_a_byte_order_mark_is_no_obstacle():
    assert reads(b"\xef\xbb\xbf" + XOR.encode()) == reads(XOR)


# --- bad input ------------------------------------------------------------------------------------

BAD_TEXTS = {
    "empty": ("", "empty"),
    "blank": (" \n ", "empty"),
    "cut off": (XOR[:300], "not valid JSON"),
    "not JSON": ("hello", "line 1, column 1"),
    "a list": ("[1, 2]", "JSON object"),
    "another format": ('{"format": "other", "version": 1}', '"format" is not'),
    "no format": ("{}", '"format" is not'),
    "no version": (changed(version=None), '"version" is None'),
    "version as text": (changed(version="1"), "must be a whole number"),
    "version as truth": (changed(version=True), "must be a whole number"),
    "negative version": (changed(version=-1), "must be a whole number"),
    "NaN": (with_params('{"out_features": NaN}'), "NaN is not a number"),
    "infinity": (with_params('{"out_features": -Infinity}'), "-Infinity is not a number"),
    "float overflow": (with_params('{"p": 1e999}'), "too large"),
    "huge integer": (with_params('{"p": 1' + "0" * 5000 + "}"), "5001 digits"),
    "integer beyond 64 bits": (with_params('{"p": 18446744073709551616}'), "nodes[1].params"),
    "double key": (with_params('{"p": 1, "p": 2}'), '"p" twice'),
    "double id": (XOR.replace('"id": "act"', '"id": "x"'), 'two blocks have the id "x"'),
    "wire to nowhere": (XOR.replace('"act.in"', '"nobody.in"'), 'leads to "nobody"'),
    "half a wire": (XOR.replace('"act.in"', '"act"'), "wires[1]"),
    "port of nonsense": (XOR.replace('"act.in"', '"act.i n"'), "wires[1].target_port"),
    "id of nonsense": (XOR.replace('"id": "act"', '"id": "3 x"'), "nodes[2].id"),
    "id of torch": (XOR.replace('"id": "act"', '"id": "forward"'), "nodes[2].id (forward)"),
    "unknown entry": (changed(colour="red"), "no such entry"),
    "nodes as object": (changed(nodes={}), "must be a list"),
    "place out of range": (XOR.replace("[440, 0]", "[1e8, 0]"), "at most 10000000"),
    "text for a number": (XOR.replace('"steps": 2000', '"steps": "many"'), "train.steps"),
    "no steps": (XOR.replace('"steps": 2000', '"steps": 0'), "at least 1"),
    "half a character": (XOR.replace("XOR needs", r"\ud800"), "broken character"),
    "half a character in a parameter": (with_params(r'{"p": "\ud800"}'), "nodes[1].params"),
    "group of strangers": (changed(groups=[{"id": "g", "nodes": ["q"]}]), 'holds "q"'),
    "null character": ("{\0}", "not a text file"),
    "parameters too deep": (with_params('{"p": ' + "[" * 20 + "]" * 20 + "}"), "16 levels"),
    "too many values": (
        with_params('{"p": [' + "0," * 2_000_000 + "0]}"),
        "more than 2000000 values",
    ),
    "too many blocks": (changed(nodes=[0] * (MAX_ENTRIES + 1)), "50001 entries"),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_bad_text_is_refused_with_words_that_name_the_fault(name):
    text, words = BAD_TEXTS[name]
    with pytest.raises(FormatError) as caught:
        reads(text)
    assert words in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_file_of_the_future_says_so():
    with pytest.raises(FormatError, match=r"newer Neural Playground \(version 7\); this one reads"):
        reads(changed(version=7))


def test_a_million_brackets_are_refused_without_following_them():
    for bracket in ("[", '{"a":', '[{"a":'):
        with pytest.raises(FormatError, match=r"deeper than 64|more than 2000000 values"):
            reads(bracket * 10**6)


def test_hostile_sizes_are_refused_in_seconds():
    """Each of these would take minutes or gigabytes if it were read without care."""
    keys = ",".join(f'"k{n}":0' for n in range(400_000))
    entry = '{"id":"a","block":3,"x":1},'
    texts = [
        "[" + "[]," * 6_000_000 + "0]",
        '"' * 15_000_000,
        '"\\"' * 4_000_000,
        "9" * 15_000_000,
        "{" + keys + ',"k399999":0}',
        XOR.replace('"nodes": [', '"nodes": [' + entry * 49_000),
    ]
    start = time.perf_counter()
    for text in texts:
        with pytest.raises(FormatError):
            reads(text)
    assert time.perf_counter() - start < 30  # about 2 s on an idle machine


def test_brackets_in_texts_do_not_count():
    document = reads(XOR).with_(about='"\\[{' * 100)
    assert reads(writes(document)) == document


def test_bytes_that_are_no_text_are_refused():
    for data in (b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfe{\0}\0", bytes(range(256))):
        with pytest.raises(FormatError, match="not a text file"):
            reads(data)


def test_paths_that_are_no_file(tmp_path):
    with pytest.raises(FormatError, match="There is no file"):
        read(tmp_path / "missing.json")
    with pytest.raises(FormatError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(FormatError, match="cannot be read"):
        read("a\0b")
    with pytest.raises(FormatError):
        read(tmp_path / ("x" * 5000))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FormatError, match="ordinary file"):
        read(tmp_path / "pipe")
    with pytest.raises(FormatError, match="ordinary file"):
        read("/dev/zero")


def test_a_file_of_50_mb_is_refused_unread(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    start = time.perf_counter()
    with pytest.raises(FormatError, match=r"50 MB; a document has at most 20 MB"):
        read(path)
    assert time.perf_counter() - start < 0.5
    with pytest.raises(FormatError, match="at most 20 MB"):
        reads(" " * (MAX_BYTES + 1))


# --- fuzz -----------------------------------------------------------------------------------------


def read_or_refuse(data: str | bytes) -> None:
    """What can be read can be written; everything else raises FormatError and nothing else."""
    try:
        document = reads(data)
    except FormatError as error:
        assert error.message  # noqa: PT017 - both outcomes are right
    else:
        assert reads(writes(document)) == document


SEEDS = [XOR.encode(), (FILES / "version_0.json").read_bytes()]


@pytest.mark.parametrize("seed", range(2))
def test_truncated_files_raise_nothing_but_format_errors(seed):
    for length in range(0, len(SEEDS[seed]), 7):
        read_or_refuse(SEEDS[seed][:length])


@pytest.mark.parametrize("seed", range(2))
def test_flipped_bits_raise_nothing_but_format_errors(seed):
    rng = random.Random(seed)
    for _ in range(1500):
        data = bytearray(SEEDS[seed])
        for _ in range(rng.choice((1, 1, 2, 8))):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        read_or_refuse(bytes(data))


@given(st.binary(max_size=200) | st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_noise_raises_nothing_but_format_errors(data):
    read_or_refuse(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)


@st.composite
def hostile_documents(draw) -> str:
    """A right document of either version in which something was exchanged for something else."""
    raw = json.loads(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 3))):
        at = raw
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(at[key], dict | list) and draw(st.booleans()):
                at = at[key]
                continue
            at[key] = draw(json_values)
            break
    return json.dumps(raw)


@given(hostile_documents())
@settings(max_examples=150, deadline=None)
def test_hostile_documents_raise_nothing_but_format_errors(text):
    read_or_refuse(text)


# --- saving ---------------------------------------------------------------------------------------


def test_saving_and_opening(tmp_path):
    path = tmp_path / "é 人.json"
    write(reads(XOR), path)
    assert path.read_text(encoding="utf-8") == XOR
    assert read(path) == read(str(path)) == reads(XOR)
    assert list(tmp_path.iterdir()) == [path]


def test_saving_keeps_the_permissions(tmp_path):
    path = tmp_path / "a.json"
    write(Document(), path)
    path.chmod(0o640)
    write(reads(XOR), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert read(path) == reads(XOR)


def test_a_new_file_gets_the_users_usual_permissions(tmp_path):
    (tmp_path / "usual").touch()
    write(Document(), tmp_path / "a.json")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_is_written_through(tmp_path):
    target = tmp_path / "folder" / "real.json"
    target.parent.mkdir()
    write(Document(), target)
    link = tmp_path / "link.json"
    link.symlink_to(target)
    write(reads(XOR), link)
    assert link.is_symlink()
    assert read(target) == reads(XOR)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch, step):
    path = tmp_path / "a.json"
    write(Document(title="old"), path)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, step, full)
    with pytest.raises(SaveError, match="could not be saved: No space left on device"):
        write(reads(XOR), path)
    monkeypatch.undo()
    assert read(path).title == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_grow_leaves_the_old_one(tmp_path):
    """The real thing: the system itself refuses the write half way."""
    resource = pytest.importorskip("resource")
    path = tmp_path / "a.json"
    write(Document(title="old"), path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(SaveError, match="File too large"):
            write(Document(about="x" * 50_000), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert read(path).title == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_crash_while_saving_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    write(Document(title="old"), path)

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        write(reads(XOR), path)
    monkeypatch.undo()
    assert read(path).title == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written(tmp_path):
    with pytest.raises(SaveError, match="could not be saved"):
        write(Document(), tmp_path)
    with pytest.raises(SaveError, match="could not be saved"):
        write(Document(), tmp_path / "missing" / "a.json")
    with pytest.raises(SaveError, match="could not be saved"):
        write(Document(), "a\0b")
    with pytest.raises(SaveError, match="could not be saved"):
        write(Document(), "/proc/version/a.json")


def test_a_read_only_folder_is_reported(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    write(Document(title="old"), folder / "a.json")
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        with pytest.raises(SaveError, match="Permission denied"):
            write(Document(), folder / "a.json")
        assert read(folder / "a.json").title == "old"
    finally:
        folder.chmod(0o700)


def test_what_could_not_be_read_again_is_not_saved(tmp_path):
    nodes = tuple(Node(id=f"n{i}", block="b", params={"p": "x" * 2**20}) for i in range(21))
    with pytest.raises(SaveError, match="more than 20 MB"):
        write(Document(nodes=nodes), tmp_path / "a.json")
    many = Node(id="a", block="b", params={"p": [0] * 2_000_001})
    with pytest.raises(SaveError, match="more than 2000000 values"):
        write(Document(nodes=(many,)), tmp_path / "a.json")
    assert list(tmp_path.iterdir()) == []


def test_a_place_with_a_fraction_keeps_it():
    document = Document(nodes=(Node(id="a", block="relu", at=(0.1, -1e-7)),))
    assert '"at": [0.1, -1e-07]' in writes(document)
    assert reads(writes(document)) == document

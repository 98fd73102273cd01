"""Tables of the user's own: what is recognised, and what is refused with which words."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.data import _table
from playground.data.base import Dataset
from playground.data.prepare import prepare, preview
from playground.errors import DataError
from playground.registry import datasets

FILES = Path(__file__).parents[1] / "files" / "data"


@pytest.fixture
def table(tmp_path):
    """Write a file and give the dataset that reads it."""
    numbers = iter(range(100))

    def make(content: str | bytes, **params) -> Dataset:
        path = tmp_path / f"table{next(numbers)}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        # nothing to test on: many of these tables have classes of one row
        plain = {"path": str(path), "standardise": False, "test_share": 0.0}
        return datasets.get("csv").make({**plain, **params})

    return make


def arrays(dataset: Dataset) -> dict[str, list]:
    loaded = dataset.load(np.random.default_rng(0))
    return {name: values.tolist() for name, values in loaded.arrays.items()}


def refusal(dataset: Dataset) -> DataError:
    with pytest.raises(DataError) as refused:
        dataset.fields()
    return refused.value


XOR = "a,b,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n"


def test_numbers_are_features_and_the_last_column_is_the_target(table):
    dataset = table(XOR)
    assert arrays(dataset) == {"x": [[0, 0], [0, 1], [1, 0], [1, 1]], "y": [0, 1, 1, 0]}
    fields = dataset.fields()
    assert fields["x"].names == ("a", "b")
    assert fields["y"].classes == ("0", "1")
    assert dataset.count() == 4
    assert "taken as classes" in prepare(dataset, 0).notes[0]


def test_the_sample_with_words_and_a_number_to_predict():
    dataset = datasets.get("csv").make({"path": str(FILES / "flats.csv"), "standardise": False})
    fields, found = dataset.fields(), arrays(dataset)
    assert fields["x"].names == (
        "area", "rooms", "district = Nord", "district = Süd", "district = West",
        "balcony = no", "balcony = yes",
    )  # fmt: skip
    assert found["x"][1] == [71, 3, 0, 1, 0, 1, 0]
    assert found["y"][1] == [798.5]
    assert (fields["y"].shape, fields["y"].names, fields["y"].unit) == ((1,), ("rent",), "σ")


def test_the_sample_with_semicolons_decimal_commas_and_quotes():
    dataset = datasets.get("csv").make({"path": str(FILES / "birds.csv"), "standardise": False})
    fields = dataset.fields()
    assert fields["x"].names[:4] == ("wing", "weight", "colour = black", "colour = black; white")
    assert fields["y"].classes == ("magpie", "robin")
    assert arrays(dataset)["x"][0][:2] == pytest.approx([12.5, 30.1])


def test_the_target_is_chosen_by_name_and_columns_can_be_left_out(table):
    text = "species,id,size\ncat,n1,4\ndog,n2,9\ncat,n3,5\ndog,n4,8\n"
    dataset = table(text, target="species", ignore="ID, ")
    assert dataset.fields()["x"].names == ("size",)
    assert dataset.fields()["y"].classes == ("cat", "dog")
    assert table(text, target="Species", ignore="id").fields()["y"].classes == ("cat", "dog")


def test_a_missing_target_column_lists_the_columns(table):
    error = refusal(table("species,size\ncat,4\ndog,9\n", target="speceis"))
    assert error.message == 'There is no column "speceis"; the table has: species, size.'
    assert error.hint == "Did you mean species?"
    assert error.node == "data.params.target"


@pytest.mark.parametrize("mark", ["", "NA", "?", "NaN", "null", "N/A"])
def test_a_missing_value_is_refused_with_its_line(table, mark):
    error = refusal(table(f"a,b,y\n1,2,u\n\n3,{mark},v\n5,6,u\n"))
    assert error.message == 'Line 4 has no value in the column "b".'
    assert "1 of 3" in error.hint


def test_rows_with_missing_values_can_be_dropped(table):
    dataset = table("a,b,y\n1,2,u\n3,,v\n5,6,v\n7,8,\n9,9,u\n", missing="drop")
    assert arrays(dataset) == {"x": [[1, 2], [5, 6], [9, 9]], "y": [0, 1, 0]}
    assert dataset.load(np.random.default_rng(0)).notes == (
        "2 of 5 rows lack a value and are left out.",
    )


def test_missing_values_become_the_mean_of_the_training_samples(table):
    rows = [f"{n},{n if n % 5 else ''},{'r' if n % 2 else ''},{'uv'[n % 2]}" for n in range(1, 41)]
    dataset = table("a,b,c,y\n" + "\n".join(rows), missing="mean", test_share=0.2)
    prepared = prepare(dataset, 3)
    train = prepared.train.arrays["x"]
    filled = train[:, 0] % 5 == 0
    known = train[~filled, 1].mean()
    assert train[filled, 1] == pytest.approx(known)
    tested = prepared.test.arrays["x"]
    assert tested[tested[:, 0] % 5 == 0, 1] == pytest.approx(known)
    assert (train[:, 2] == 1).all()  # the share of "r" among the rows that have a word
    assert np.isfinite(preview(dataset, 0).arrays["x"]).all()


def test_a_row_without_target_is_dropped_even_if_means_are_filled_in(table):
    dataset = table("a,y\n1,u\n2,\n3,v\n", missing="mean")
    assert arrays(dataset)["x"] == [[1], [3]]


def test_a_word_among_numbers_is_refused_with_its_line(table):
    error = refusal(table("age,y\n12,u\n13,v\nabout 14,u\n15,v\n"))
    assert error.message == (
        'Line 4: "about 14" in the column "age" is not a number, but most others are.'
    )
    assert table("age,n,y\n12,1,u\nx,2,v\n13,3,u\n", ignore="age").fields()["x"].names == ("n",)


@pytest.mark.parametrize("value", ["inf", "1e400", "1e39", "1_000", '"1,000"', "0x1F"])
def test_what_only_looks_like_a_number_is_refused(table, value):
    assert refusal(table(f"a,y\n1,u\n2,v\n{value},u\n3,v\n")).message.startswith("Line 4: ")


def test_too_many_different_words_are_refused_with_the_column(table):
    text = "name,n,y\n" + "".join(f"p{n},{n},{n % 2}\n" for n in range(60))
    error = refusal(table(text))
    assert error.message == (
        'The column "name" holds 60 different words, such as "p0" in line 2; at most 50 can '
        "become features."
    )
    assert table(text, max_categories=60).fields()["x"].shape == (61,)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", '"table0.csv" is empty.'),
        (b"\n \n,,\n", '"table0.csv" is empty.'),
        (b"a,b,c\n", '"table0.csv" has a header but no rows.'),
        (b"a,b\n1,2\n3,4,5\n", "The number of values is 3 in line 3, but 2 in line 1."),
        (b"a,b\n1,2\n\n3\n", "The number of values is 1 in line 4, but 2 in line 1."),
        (b"a\n1\n2\n", 'Beside the target "a" there is no column to learn from.'),
        (b"\x89PNG\r\n\x1a\n\x00\x00", '"table0.csv" is a binary file, not a table of text.'),
        (b"a,y\n1,7\n2,7\n", 'The target "y" is 7 in every row: there is nothing to learn.'),
        (b'a,y\n1,"open\n2,3\n', 'Line 2 of "table0.csv" is not a row of separated values'),
        (b"a,y\n1,\n2,\n", 'Line 2 has no value in the column "y".'),
    ],
)
def test_unusable_files_are_refused(table, content, message):
    error = refusal(table(content))
    assert error.message.startswith(message)
    assert error.node.startswith("data.params.")


def test_no_row_left_is_refused(table):
    error = refusal(table("a,b,y\n1,,u\n,2,v\n", missing="drop"))
    assert error.message == "Every row lacks a value, so none is left."


def test_a_file_that_is_too_large_is_refused_before_it_is_read(table, monkeypatch):
    monkeypatch.setattr(_table, "MAX_BYTES", 10)
    assert "at most 0 MB" in refusal(table(XOR)).message


def test_a_folder_is_no_table(tmp_path):
    error = refusal(datasets.get("csv").make({"path": str(tmp_path)}))
    assert "is a folder; a file is needed" in error.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    error = refusal(datasets.get("csv").make({"path": str(tmp_path / "pipe")}))
    assert "neither a file nor a folder" in error.message


@pytest.mark.parametrize(
    ("header", "rows", "names"),
    [
        ("auto", "1,2,u\n3,4,v\n", ("column 1", "column 2")),
        ("auto", "red,1,u\nblue,2,v\n", ("column 1 = blue", "column 1 = red", "column 2")),
        ("auto", "colour,kind\nred,u\nblue,v\n", ("colour = blue", "colour = red")),
        ("auto", "red,u\nblue,v\nred,v\n", ("column 1 = blue", "column 1 = red")),
        ("yes", "1,2\n3,u\n4,v\n", ("1",)),
        ("no", "a,y\nb,z\n", ("column 1 = a", "column 1 = b")),
        ("auto", "a,a,,y\n1,2,3,u\n4,5,6,v\n", ("a", "a (2)", "column 3")),
    ],
)
def test_a_header_is_recognised(table, header, rows, names):
    assert table(rows, header=header).fields()["x"].names == names


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_recognised(table, separator, newline):
    text = XOR.replace(",", separator).replace("\n", newline)
    assert arrays(table(text)) == arrays(table(XOR))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_decimal_commas_are_recognised(table, separator):
    text = "a;b;y\n1,5;-2;u\n,25;3,0e1;v\n".replace(";", separator)
    assert arrays(table(text))["x"] == [[1.5, -2], [0.25, 30]]


def test_the_first_line_of_excel_is_skipped(table):
    assert arrays(table("sep=;\na;b;y\n1,5;2;u\n2,5;3;v\n"))["x"] == [[1.5, 2], [2.5, 3]]


def test_quoted_cells_may_hold_separators_quotes_and_line_ends(table):
    text = 'name,n,y\n"a ""b"", c",1,u\n"two\nlines",2,v\nplain,?,u\n'
    error = refusal(table(text))
    assert error.message == 'Line 5 has no value in the column "n".'
    names = table(text, missing="drop").fields()["x"].names
    assert names[:2] == ('name = a "b", c', "name = two\nlines")


@pytest.mark.parametrize(
    ("encoding", "word"),
    [
        ("utf-8", "Größe 大小"),
        ("utf-8-sig", "Größe 大小"),
        ("utf-16", "Größe 大小"),
        ("gb18030", "大小"),
        ("cp1252", "Größe"),
    ],
)
def test_encodings_are_recognised(table, encoding, word):
    dataset = table(f"{word},y\n1,u\n2,v\n3,u\n".encode(encoding))
    assert dataset.fields()["x"].names == (word,)


def test_a_wrong_encoding_is_refused(table):
    error = refusal(table("Größe,y\n1,u\n2,v\n".encode("cp1252"), encoding="utf-8"))
    assert error.message == '"table0.csv" is not in the encoding utf-8.'


@pytest.mark.parametrize(
    ("values", "task", "classes"),
    [
        ("u v u v", "auto", ("u", "v")),
        ("0 1 1 0", "auto", ("0", "1")),
        ("3 10 3 10", "auto", ("3", "10")),
        ("0.5 1 0.5 1", "auto", ()),
        ("1 2 3 4", "auto", ()),
        ("1 2 3 4", "classification", ("1", "2", "3", "4")),
        ("0.5 1 0.5 1", "classification", ("0.5", "1")),
        ("0 1 1 0", "regression", ()),
    ],
)
def test_classes_or_numbers_are_told_apart(table, values, task, classes):
    text = "a,y\n" + "".join(f"{n},{y}\n" for n, y in enumerate(values.split()))
    assert table(text, task=task).fields()["y"].classes == classes


def test_words_cannot_be_predicted_as_numbers(table):
    error = refusal(table("a,y\n1,u\n2,v\n", task="regression"))
    assert error.node == "data.params.task"


def test_a_class_with_one_row_is_refused_by_name(table):
    dataset = table("a,y\n1,cat\n2,cat\n3,lynx\n4,cat\n", test_share=0.2)
    assert 'The class "lynx" has one sample' in refusal(dataset).message
    all_to_train = dataset.model_copy(update={"test_share": 0.0})
    assert len(prepare(all_to_train, 0).train) == 4


def test_useless_columns_are_noted(table):
    dataset = table("a,b,c,y\n1,7,,u\n2,7,,v\n3,7,,u\n")
    assert dataset.fields()["x"].names == ("a", "b")
    assert dataset.load(np.random.default_rng(0)).notes == (
        "Left out, because without any value: c.",
        "The same value in every row, so of no use: b.",
    )


def test_a_file_is_read_once_and_again_when_it_changed(table, monkeypatch):
    reads = []
    plain = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: reads.append(path) or plain(path))
    dataset = table(XOR)
    for _ in range(3):
        dataset.fields()
        dataset.load(np.random.default_rng(0))
    assert len(reads) == 1
    Path(dataset.path).write_text(XOR + "2,2,1\n2,3,0\n")
    assert len(arrays(dataset)["y"]) == 6
    assert len(reads) == 2


@pytest.mark.parametrize(
    "text", [XOR, "1,2,0\n\n3,4.5e1,1\r\n -1 ,+.5,0\r5,6,1", "y;a\n1;2\n3;4\n"]
)
def test_the_quick_way_for_plain_numbers_gives_what_the_slow_way_gives(table, monkeypatch, text):
    quick = table(text)
    assert _table._plain_numbers(text, _table._delimiter(text, "auto"), "auto") is not None
    found = arrays(quick), quick.fields()
    monkeypatch.setattr(_table, "_plain_numbers", lambda *_: None)
    slow = table(text)
    assert (arrays(slow), slow.fields()) == found


@pytest.mark.parametrize(
    "text", ["a,y\n1,\n", "a,y\n1,u\n", "1,2\n3\n", "1,nan\n", "1,1e39\n", "", "a,y\n"]
)
def test_the_quick_way_leaves_everything_else_to_the_slow_way(text):
    assert _table._plain_numbers(text, ",", "auto") is None


def test_a_faulty_file_is_read_once_too(table, monkeypatch):
    reads = []
    plain = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: reads.append(path) or plain(path))
    dataset = table("a,b\n1\n")
    assert str(refusal(dataset)) == str(refusal(dataset))
    assert len(reads) == 1


def test_a_relative_path_starts_at_the_working_directory(tmp_path, monkeypatch):
    (tmp_path / "mine.csv").write_text(XOR)
    monkeypatch.chdir(tmp_path)
    assert datasets.get("csv").make({"path": "mine.csv"}).fields()["x"].shape == (2,)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    content=st.one_of(
        st.binary(max_size=200),
        st.text("0123456789.,;|\t\n\r\"' eE+-abNA?é大", max_size=200).map(str.encode),
    ),
    missing=st.sampled_from(["refuse", "drop", "mean"]),
)
def test_any_bytes_give_samples_or_one_clear_refusal(tmp_path, content, missing):
    # a name of its own, because two contents may share size and time stamp
    path = tmp_path / f"{hashlib.sha256(content).hexdigest()}.csv"
    path.write_bytes(content)
    dataset = datasets.get("csv").make({"path": str(path), "missing": missing})
    prepared, message = None, ""
    try:
        prepared = prepare(dataset, 0)
    except DataError as error:
        message = error.message
    if prepared is None:
        assert message.endswith(".")
        assert message[0].isupper() or message[0] == '"'
    else:
        assert len(prepared.train) > 0
        assert prepared.fields["x"].shape == prepared.train.arrays["x"].shape[1:]
